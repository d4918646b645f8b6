package dev.ingest.cli.local;

import org.jspecify.annotations.Nullable;

/** The local database could not be started or used. The message says what to try. */
public final class LocalDatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LocalDatabaseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
