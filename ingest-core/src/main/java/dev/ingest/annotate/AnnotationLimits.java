package dev.ingest.annotate;

/**
 * Up to where a workbook is annotated as a whole; past it the copy holds the header and the rows
 * with problems only.
 *
 * @param sheetBytes the most bytes of the sheet's part, inflated
 * @param problems how many problems are marked; further ones are counted
 */
public record AnnotationLimits(long sheetBytes, int problems) {

  /** 64 MiB, which is about 500,000 rows of four columns, and more problems than a person mends. */
  public static AnnotationLimits defaults() {
    return new AnnotationLimits(64L << 20, 10_000);
  }
}
