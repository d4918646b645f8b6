package dev.ingest.transcode;

/**
 * The value of the first data row that the other rows are compared with, as the output writes it.
 */
final class Anchor {

  private final int column;
  private final String filter;
  private final byte[] text;

  /**
   * Makes an anchor.
   *
   * @param column position in the schema
   * @param filter the filter's name, for the count
   * @param text the value's field
   */
  Anchor(int column, String filter, byte[] text) {
    this.column = column;
    this.filter = filter;
    this.text = text;
  }

  int column() {
    return column;
  }

  String filter() {
    return filter;
  }

  /** Returns the value's field. */
  byte[] field() {
    return text;
  }
}
