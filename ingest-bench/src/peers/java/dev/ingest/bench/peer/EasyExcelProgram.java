package dev.ingest.bench.peer;

import cn.idev.excel.FastExcel;
import cn.idev.excel.context.AnalysisContext;
import cn.idev.excel.enums.ReadDefaultReturnEnum;
import cn.idev.excel.metadata.data.ReadCellData;
import cn.idev.excel.read.listener.ReadListener;
import dev.ingest.bench.program.ProcSelf;
import dev.ingest.bench.workbook.ColumnKind;
import dev.ingest.bench.workbook.Table;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * FastExcel of cn.idev, EasyExcel's heir, with a listener. Its number values are rounded to 15
 * digits, so the original ones are taken; it hands errors over as texts.
 */
public final class EasyExcelProgram implements PeerWork {

  /** Reads the workbook named first, writes the CSV named second, of the table named third. */
  public static void main(String[] args) throws Exception {
    new EasyExcelProgram().run(Path.of(args[0]), Path.of(args[1]), Table.valueOf(args[2]));
    ProcSelf.print(System.out);
  }

  @Override
  public void run(Path workbook, Path csv, Table table) throws Exception {
    try (PeerRows rows = new PeerRows(table, csv)) {
      FastExcel.read(workbook.toFile(), new Listener(rows))
          .readDefaultReturn(ReadDefaultReturnEnum.READ_CELL_DATA)
          .headRowNumber(0)
          .sheet("data")
          .doRead();
    }
  }

  private record Listener(PeerRows rows) implements ReadListener<Map<Integer, ReadCellData<?>>> {

    @Override
    public void invoke(Map<Integer, ReadCellData<?>> row, AnalysisContext context) {
      row.forEach((column, cell) -> rows.set(column, value(column, cell)));
      rows.endRow();
    }

    @Override
    public void doAfterAllAnalysed(AnalysisContext context) {}

    private @Nullable String value(int column, @Nullable ReadCellData<?> cell) {
      if (cell == null) {
        return null;
      }
      return switch (cell.getType()) {
        case NUMBER -> cell.getOriginalNumberValue().toPlainString();
        case BOOLEAN -> cell.getBooleanValue().toString();
        case STRING -> rows.kind(column) == ColumnKind.TEXT ? cell.getStringValue() : null;
        default -> null;
      };
    }
  }
}
