package dev.ingest.bench.workbook;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows that a program must keep of a workbook, as CSV. */
final class ExpectedRows {

  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private final Table table;
  private final StringBuilder line = new StringBuilder();
  private @Nullable String anchor;

  ExpectedRows(Table table) {
    this.table = table;
  }

  void writeTo(Path file, Rows rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(String.join(",", table.columns().stream().map(Column::name).toList()));
      out.write('\n');
      rows.each(row -> write(out, row));
    } catch (UncheckedIOException failure) {
      throw new IOException(failure);
    }
  }

  private void write(BufferedWriter out, String[] row) {
    if (!isKept(row)) {
      return;
    }
    line.setLength(0);
    List<Column> columns = table.columns();
    for (int i = 0; i < row.length; i++) {
      line.append(i == 0 ? "" : ",").append(field(columns.get(i).kind(), row[i]));
    }
    try {
      out.append(line).append('\n');
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private boolean isKept(String[] row) {
    if (table.filterColumn() < 0) {
      return true;
    }
    String value = row[table.filterColumn()];
    if (anchor == null) {
      anchor = value;
    }
    return anchor.equals(value);
  }

  private static String field(ColumnKind kind, String value) {
    return switch (kind) {
      case TEXT -> value.indexOf(',') < 0 ? value : '"' + value + '"';
      case NUMBER -> value.equals(Rows.NOT_AVAILABLE) ? "" : value;
      case DATE -> DAY_ZERO.plusDays(Long.parseLong(value)).toString();
      case LOGICAL -> Boolean.toString(value.equals("1"));
    };
  }
}
