package dev.ingest.bench.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder in which workbooks are made once and kept. */
public final class WorkbookFolder {

  private final Path folder;

  /** Makes the folder, if it is not there. */
  public WorkbookFolder(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Returns the workbook's file and the rows expected of it; makes both if they are not there. */
  public ReadyWorkbook ready(BenchWorkbook workbook) throws IOException {
    Path file = folder.resolve(workbook.name() + ".xlsx");
    Path expected = folder.resolve(workbook.name() + ".expected.csv");
    if (!Files.exists(expected)) {
      Path part = folder.resolve(workbook.name() + ".part");
      new WorkbookFile(workbook).writeTo(part);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      new ExpectedRows(workbook.table()).writeTo(part, workbook.data());
      Files.move(part, expected, StandardCopyOption.REPLACE_EXISTING);
    }
    return new ReadyWorkbook(workbook, file, expected);
  }
}
