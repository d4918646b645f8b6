package dev.ingest.workbook.poi;

import org.apache.logging.log4j.simple.SimpleLoggerContextFactory;
import org.apache.logging.log4j.spi.Provider;

/**
 * What Log4j, which POI logs through, falls back on by itself where there is no back end, but
 * without the line that it first writes to standard output. Any back end goes before this one.
 */
public final class SimpleLogProvider extends Provider {

  private static final int AFTER_ALL_OTHERS = -100;
  private static final String API = "2.6.0";

  /** Made by the service loader of Log4j. */
  public SimpleLogProvider() {
    super(AFTER_ALL_OTHERS, API, SimpleLoggerContextFactory.class);
  }
}
