package dev.ingest.row;

import dev.ingest.decode.LengthUnit;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says how long a text may be, after trimming; a longer one is a problem of its row. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface MaxLength {

  /** The greatest length. */
  int value();

  /** What it is counted in. */
  LengthUnit unit() default LengthUnit.CHARACTERS;
}
