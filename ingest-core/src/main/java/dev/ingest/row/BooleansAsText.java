package dev.ingest.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reads booleans that are written as text, compared after trimming, letter for letter. A number
 * that is written like one of the texts is taken for it, too. Without this, only TRUE and FALSE are
 * booleans.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface BooleansAsText {

  /** The texts that mean TRUE. */
  String[] yes();

  /** The texts that mean FALSE. */
  String[] no();
}
