package dev.ingest.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reads dates or times of day that are written as text, by patterns of {@link
 * java.time.format.DateTimeFormatter}. They are asked in order, each strictly: the 30th of February
 * is no date, and {@code dd} wants two digits. A {@code yyyy} is a plain year; two digits of one
 * are of 2000 to 2099. Real dates and ISO 8601 text are read without this. Two patterns that read
 * one text as two days, such as {@code d/M/yyyy} and {@code M/d/yyyy}, are refused.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface DatesAsText {

  /** The patterns. */
  String[] value();

  /** The language of names of months and days, as a BCP 47 tag: {@code de}; empty for no names. */
  String locale() default "";
}
