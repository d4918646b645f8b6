package dev.ingest.bench.peer;

import dev.ingest.bench.program.ProcSelf;
import dev.ingest.bench.workbook.Table;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** dhatim's fastexcel-reader, streaming rows. */
public final class FastexcelReaderProgram implements PeerWork {

  /** Reads the workbook named first, writes the CSV named second, of the table named third. */
  public static void main(String[] args) throws Exception {
    new FastexcelReaderProgram().run(Path.of(args[0]), Path.of(args[1]), Table.valueOf(args[2]));
    ProcSelf.print(System.out);
  }

  @Override
  public void run(Path workbook, Path csv, Table table) throws Exception {
    try (ReadableWorkbook open = new ReadableWorkbook(workbook.toFile());
        Stream<Row> stream = open.findSheet("data").orElseThrow().openStream();
        PeerRows rows = new PeerRows(table, csv)) {
      Iterator<Row> iterator = stream.iterator();
      while (iterator.hasNext()) {
        Row row = iterator.next();
        for (int i = 0; i < Math.min(rows.columns(), row.getCellCount()); i++) {
          rows.set(i, value(row.getCell(i)));
        }
        rows.endRow();
      }
    }
  }

  private static @Nullable String value(@Nullable Cell cell) {
    if (cell == null) {
      return null;
    }
    return switch (cell.getType()) {
      case STRING -> cell.asString();
      case NUMBER -> cell.getRawValue();
      case BOOLEAN -> Boolean.toString(cell.asBoolean());
      default -> null;
    };
  }
}
