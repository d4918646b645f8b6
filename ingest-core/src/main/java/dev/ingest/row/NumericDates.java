package dev.ingest.row;

import dev.ingest.decode.DayOrder;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reads dates that are written in numbers with the year last, such as {@code 3/4/2020} or {@code
 * 03.04.2020}: in the order that is declared, or, {@linkplain dev.ingest.decode.DayOrder#BY_WITNESS
 * by witness}, in the one that the column's own cells tell.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NumericDates {

  /** Which number is the day. */
  DayOrder value();
}
