package dev.ingest.row;

/** A row's constructor refused its values; the message is the constructor's own. */
final class RowRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  RowRefusedException(String message) {
    super(message, null, false, false);
  }
}
