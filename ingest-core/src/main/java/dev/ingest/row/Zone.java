package dev.ingest.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says the zone in which dates with time become an {@link java.time.Instant}. A time that its
 * clocks skip, or show twice, is a problem of the row.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Zone {

  /** The zone, as {@link java.time.ZoneId#of} takes it: {@code Europe/Berlin}, {@code +01:00}. */
  String value();
}
