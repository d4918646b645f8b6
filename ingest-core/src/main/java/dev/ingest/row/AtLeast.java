package dev.ingest.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says the least value of a number, a date or a time; a smaller one is a problem of its row ({@code
 * BELOW_MINIMUM}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface AtLeast {

  /** The value: a number as Java writes it, a date or time in ISO 8601. */
  String value();
}
