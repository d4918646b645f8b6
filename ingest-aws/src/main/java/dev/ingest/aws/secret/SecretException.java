package dev.ingest.aws.secret;

import org.jspecify.annotations.Nullable;

/** A secret could not be had or read. The message names the secret and the field, never a value. */
public final class SecretException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SecretException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
