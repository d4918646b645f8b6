package dev.ingest.bench.peer;

import dev.ingest.bench.program.ProcSelf;
import dev.ingest.bench.workbook.Table;
import java.nio.file.Path;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Apache POI's user model: the whole workbook as objects. */
public final class PoiUserModelProgram implements PeerWork {

  /** Reads the workbook named first, writes the CSV named second, of the table named third. */
  public static void main(String[] args) throws Exception {
    new PoiUserModelProgram().run(Path.of(args[0]), Path.of(args[1]), Table.valueOf(args[2]));
    ProcSelf.print(System.out);
  }

  @Override
  public void run(Path workbook, Path csv, Table table) throws Exception {
    try (OPCPackage open = OPCPackage.open(workbook.toFile(), PackageAccess.READ);
        XSSFWorkbook model = new XSSFWorkbook(open);
        PeerRows rows = new PeerRows(table, csv)) {
      for (Row row : model.getSheet("data")) {
        for (Cell cell : row) {
          rows.set(cell.getColumnIndex(), value(cell));
        }
        rows.endRow();
      }
    }
  }

  private static @Nullable String value(Cell cell) {
    return switch (cell.getCellType()) {
      case STRING -> cell.getStringCellValue();
      case NUMERIC -> Double.toString(cell.getNumericCellValue());
      case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
      default -> null;
    };
  }
}
