package dev.ingest.annotate;

/**
 * Up to where a workbook is annotated as a whole; past it the copy holds the header and the rows
 * with problems only.
 *
 * @param sheetBytes the most bytes of the sheet's part, inflated
 */
public record AnnotationLimits(long sheetBytes) {

  /** 64 MiB: about a million rows of four columns. */
  public static AnnotationLimits defaults() {
    return new AnnotationLimits(64L << 20);
  }
}
