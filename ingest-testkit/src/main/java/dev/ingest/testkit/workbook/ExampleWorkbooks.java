package dev.ingest.testkit.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Writes the workbooks of the folder {@code examples}. Their entries are stored, not compressed, so
 * that every JDK writes the same bytes.
 */
public final class ExampleWorkbooks {

  private static final LocalDate JANUARY_31 = LocalDate.of(2020, 1, 31);
  private static final LocalDate FEBRUARY_1 = LocalDate.of(2020, 2, 1);

  private ExampleWorkbooks() {}

  /** Returns {@code metrics.xlsx}: five rows of which four are dated like the first. */
  public static byte[] metrics() {
    return WorkbookBuilder.workbook()
        .sheet("data")
        .row("location", "metric", "value", "date")
        .row("UK", "metric1", 0.65, FEBRUARY_1)
        .row("UK", "metric2", CellError.NA, FEBRUARY_1)
        .row("UK", "metric3", CellError.NA, FEBRUARY_1)
        .row("UK", "metric4", 0.25, JANUARY_31)
        .row("FR", "metric1", 0, FEBRUARY_1)
        .stored()
        .bytes();
  }

  /**
   * Writes them all.
   *
   * @param args the folder, which is made if it is not there
   * @throws IOException if they cannot be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("usage: ExampleWorkbooks FOLDER");
    }
    Path folder = Files.createDirectories(Path.of(args[0]));
    Files.write(folder.resolve("metrics.xlsx"), metrics());
  }
}
