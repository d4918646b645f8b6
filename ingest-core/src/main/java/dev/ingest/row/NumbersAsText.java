package dev.ingest.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reads numbers that are written as text in the manner of a locale. Strict: digits are grouped by
 * threes or not at all, and there is no exponent. Without this, text is no number.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NumbersAsText {

  /** The locale, as a BCP 47 tag: {@code de-DE}. */
  String locale();

  /** Whether they are percentages, with their sign: {@code 12,5%} is 0.125. */
  boolean percent() default false;

  /**
   * The currency of amounts, as ISO 4217 has it: {@code EUR}; its code or symbol may stand before
   * or behind the digits. Empty for plain numbers.
   */
  String currency() default "";
}
