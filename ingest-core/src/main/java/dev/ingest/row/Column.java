package dev.ingest.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which header a record's component is read from, where it is not the component's name. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {

  /** The header; empty for the component's name. */
  String header() default "";

  /** Other headers that are taken for it. */
  String[] aliases() default {};
}
