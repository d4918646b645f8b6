package dev.ingest.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.RoundingMode;

/**
 * Says how many digits a {@link java.math.BigDecimal} has, as SQL's {@code numeric(precision,
 * scale)}; values get exactly so many behind the point.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Decimal {

  /** Digits in all. */
  int precision();

  /** Digits behind the point. */
  int scale();

  /** What becomes of further digits; by default they are a problem of the row. */
  RoundingMode rounding() default RoundingMode.UNNECESSARY;
}
