package dev.ingest.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says where a record's component is read from, where it is not the header of its own name. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {

  /** The header; empty for the component's name. */
  String header() default "";

  /** Other headers that are taken for it. */
  String[] aliases() default {};

  /**
   * The column's place in the sheet, by letters or number: {@code C}, or {@code 3}; then its header
   * is not looked at. Empty for columns that are found by their header.
   */
  String at() default "";
}
