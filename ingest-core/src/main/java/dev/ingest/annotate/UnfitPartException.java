package dev.ingest.annotate;

import org.jspecify.annotations.Nullable;

/** A part is sound but not of a form that can be rewritten; the workbook is not copied then. */
final class UnfitPartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnfitPartException(String what) {
    this(what, null);
  }

  UnfitPartException(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
