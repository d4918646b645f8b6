package dev.ingest.bench.workbook;

import static dev.ingest.bench.workbook.BenchWorkbook.metrics;
import static dev.ingest.bench.workbook.BenchWorkbook.odd;

import java.util.List;

/** The workbooks that there are. */
public final class Workbooks {

  private static final int FULL = BenchWorkbook.LAST_ROW - 1;

  private Workbooks() {}

  /** Five rows: what a start costs. */
  public static BenchWorkbook tiny() {
    return metrics("tiny", 5, 1, Producer.EXCEL);
  }

  /** A full sheet of four columns, all rows kept. */
  public static BenchWorkbook maxAll() {
    return metrics("max_all", FULL, 1, Producer.EXCEL);
  }

  /** 200,000 rows of forty columns, a million distinct texts. */
  public static BenchWorkbook wide() {
    return wide("wide", 200_000);
  }

  private static BenchWorkbook wide(String name, int rows) {
    return new BenchWorkbook(name, Table.WIDE, rows, 1, Producer.EXCEL, Oddity.NONE);
  }

  /** A full sheet of four columns, of which a tenth of the rows is kept. */
  private static BenchWorkbook maxTenth() {
    return metrics("max_10pct", FULL, 10, Producer.EXCEL);
  }

  /** Returns those that take longest. */
  public static List<BenchWorkbook> large() {
    return List.of(maxTenth(), maxAll(), wide());
  }

  /** Returns those whose reading is timed, the large ones first. */
  public static List<BenchWorkbook> timed() {
    return List.of(
        maxTenth(),
        maxAll(),
        wide(),
        metrics("r100k_10pct", 100_000, 10, Producer.EXCEL),
        metrics("r10k_10pct", 10_000, 10, Producer.EXCEL),
        wide("wide_10k", 10_000),
        metrics("r100k_xlsxwriter", 100_000, 1, Producer.XLSXWRITER),
        metrics("r100k_openpyxl", 100_000, 1, Producer.OPENPYXL),
        metrics("r100k_libreoffice", 100_000, 1, Producer.LIBREOFFICE),
        metrics("r100k_sxssf", 100_000, 1, Producer.SXSSF));
  }

  /** Returns a quarter, a half and the whole of a full sheet. */
  public static List<BenchWorkbook> growing() {
    return List.of(
        metrics("rows_250k", 250_000, 1, Producer.EXCEL),
        metrics("rows_500k", 500_000, 1, Producer.EXCEL),
        metrics("rows_1000k", 1_000_000, 1, Producer.EXCEL));
  }

  /** Returns those that must cost their bytes, or nothing. */
  public static List<BenchWorkbook> oddities() {
    return List.of(
        odd("empty_rows", Oddity.EMPTY_ROWS),
        odd("huge_dimension", Oddity.HUGE_DIMENSION),
        odd("unused_part", Oddity.UNUSED_PART));
  }
}
