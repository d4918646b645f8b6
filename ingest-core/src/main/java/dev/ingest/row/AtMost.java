package dev.ingest.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says the greatest value of a number, a date or a time; a greater one is a problem of its row
 * ({@code ABOVE_MAXIMUM}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface AtMost {

  /** The value: a number as Java writes it, a date or time in ISO 8601. */
  String value();
}
