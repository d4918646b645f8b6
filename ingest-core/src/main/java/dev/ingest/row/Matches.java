package dev.ingest.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says the form of a text, after trimming; text of another is a problem of its row ({@code
 * PATTERN_MISMATCH}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Matches {

  /** A regular expression, which the whole text must match. */
  String value();
}
