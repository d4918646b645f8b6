package dev.ingest.row;

/**
 * What becomes of tables that are not as their schema says. Immutable, and printed as it is
 * declared.
 *
 * @param header which row holds the headers
 * @param missing what a column that is not there means
 * @param unexpected what a header that no column asked for means
 * @param hidden what becomes of hidden rows
 */
public record Policies(
    HeaderRow header, MissingColumn missing, UnexpectedColumn unexpected, HiddenRows hidden) {

  private static final Policies STRICT =
      new Policies(HeaderRow.search(), MissingColumn.FAIL, UnexpectedColumn.WARN, HiddenRows.READ);

  /** The default: the header is found, no column may be missing, oddities are reported. */
  public static Policies strict() {
    return STRICT;
  }

  /** Returns these with another header row. */
  public Policies with(HeaderRow other) {
    return new Policies(other, missing, unexpected, hidden);
  }

  /** Returns these with another answer to missing columns. */
  public Policies with(MissingColumn other) {
    return new Policies(header, other, unexpected, hidden);
  }

  /** Returns these with another answer to unexpected columns. */
  public Policies with(UnexpectedColumn other) {
    return new Policies(header, missing, other, hidden);
  }

  /** Returns these with another answer to hidden rows. */
  public Policies with(HiddenRows other) {
    return new Policies(header, missing, unexpected, other);
  }

  /** Returns {@code header searched, missing column refuses the file, …}. */
  @Override
  public String toString() {
    return "header %s, missing column %s, unexpected column %s, hidden rows %s"
        .formatted(header, missing.label(), unexpected.label(), hidden.label());
  }
}
