package dev.ingest.bench.workbook;

/**
 * One workbook that programs read.
 *
 * @param name its name in tables and of its file
 * @param table what it holds
 * @param rows how many data rows
 * @param dates how many dates they have; of no meaning for {@link Table#WIDE}
 * @param producer whose XML it has
 * @param oddity what is odd about it
 */
public record BenchWorkbook(
    String name, Table table, int rows, int dates, Producer producer, Oddity oddity) {

  /** The last row of a sheet. */
  static final int LAST_ROW = 1_048_576;

  static BenchWorkbook metrics(String name, int rows, int dates, Producer producer) {
    return new BenchWorkbook(name, Table.METRICS, rows, dates, producer, Oddity.NONE);
  }

  static BenchWorkbook odd(String name, Oddity oddity) {
    return new BenchWorkbook(name, Table.METRICS, 5, 1, Producer.EXCEL, oddity);
  }

  /** Returns this workbook with fewer rows or more. */
  public BenchWorkbook withRows(int count) {
    return new BenchWorkbook(name, table, count, dates, producer, oddity);
  }

  /** Returns its data rows. */
  public Rows data() {
    return table == Table.WIDE
        ? new WideRows(rows, producer.digits())
        : new MetricRows(rows, dates, producer.digits());
  }
}
