package dev.ingest.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes a blank cell that lies in a merged area for the area's first cell, which holds the value
 * that Excel shows for all of them. Areas that begin in the header row or above it do not count.
 * Without this, what the file stores is read as it stands, which is a blank.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface FillMerged {}
