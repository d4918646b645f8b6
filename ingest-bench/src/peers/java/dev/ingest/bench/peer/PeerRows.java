package dev.ingest.bench.peer;

import dev.ingest.bench.workbook.Column;
import dev.ingest.bench.workbook.ColumnKind;
import dev.ingest.bench.workbook.Table;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of the work that has nothing to do with workbooks, the same for all peers: which rows
 * are kept, and their CSV. Numbers are written as the library hands them over, dates made of
 * serials for the kept rows only, so that no peer does more than it must.
 */
final class PeerRows implements RowSink, AutoCloseable {

  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private final List<Column> columns;
  private final int filterColumn;
  private final @Nullable String[] values;
  private final BufferedWriter out;
  private boolean headerDone;
  private @Nullable String anchor;

  PeerRows(Table table, Path csv) throws IOException {
    this.columns = table.columns();
    this.filterColumn = table.filterColumn();
    this.values = new @Nullable String[columns.size()];
    this.out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8);
  }

  @Override
  public ColumnKind kind(int column) {
    return headerDone ? columns.get(column).kind() : ColumnKind.TEXT;
  }

  int columns() {
    return values.length;
  }

  @Override
  public void set(int column, @Nullable String value) {
    values[column] = value;
  }

  @Override
  public void endRow() {
    try {
      if (!headerDone || isKept()) {
        write();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    headerDone = true;
    Arrays.fill(values, null);
  }

  private boolean isKept() {
    if (filterColumn < 0) {
      return true;
    }
    if (anchor == null) {
      anchor = values[filterColumn];
    }
    return anchor != null && anchor.equals(values[filterColumn]);
  }

  private void write() throws IOException {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      String value = values[i];
      if (value != null) {
        field(kind(i), value);
      }
    }
    out.write('\n');
  }

  private void field(ColumnKind kind, String value) throws IOException {
    if (kind == ColumnKind.DATE) {
      out.write(DAY_ZERO.plusDays((long) Double.parseDouble(value)).toString());
    } else if (kind == ColumnKind.TEXT && (value.indexOf(',') >= 0 || value.indexOf('"') >= 0)) {
      out.write('"' + value.replace("\"", "\"\"") + '"');
    } else {
      out.write(value);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
