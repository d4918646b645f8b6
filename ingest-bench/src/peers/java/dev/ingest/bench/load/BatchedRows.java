package dev.ingest.bench.load;

import dev.ingest.bench.peer.RowSink;
import dev.ingest.bench.workbook.ColumnKind;
import dev.ingest.bench.workbook.Table;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Inserts the rows of the first row's date, a thousand at a time. */
final class BatchedRows implements RowSink, AutoCloseable {

  private static final int BATCH = 1_000;
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private final PreparedStatement insert;
  private final @Nullable String[] values = new @Nullable String[Table.METRICS.columns().size()];
  private boolean headerDone;
  private @Nullable String anchor;
  private int batched;

  BatchedRows(Connection connection) throws SQLException {
    insert = connection.prepareStatement("INSERT INTO metrics VALUES (?, ?, ?, ?)");
  }

  @Override
  public ColumnKind kind(int column) {
    return headerDone ? Table.METRICS.columns().get(column).kind() : ColumnKind.TEXT;
  }

  @Override
  public void set(int column, @Nullable String value) {
    values[column] = value;
  }

  @Override
  public void endRow() {
    try {
      if (headerDone && isKept()) {
        add();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    headerDone = true;
    Arrays.fill(values, null);
  }

  private boolean isKept() {
    if (anchor == null) {
      anchor = values[Table.METRICS.filterColumn()];
    }
    return anchor != null && anchor.equals(values[Table.METRICS.filterColumn()]);
  }

  private void add() throws SQLException {
    insert.setString(1, values[0]);
    insert.setString(2, values[1]);
    String value = values[2];
    if (value == null) {
      insert.setNull(3, Types.DOUBLE);
    } else {
      insert.setDouble(3, Double.parseDouble(value));
    }
    insert.setDate(4, Date.valueOf(day(String.valueOf(values[3]))));
    insert.addBatch();
    if (++batched == BATCH) {
      insert.executeBatch();
      batched = 0;
    }
  }

  private static LocalDate day(String serial) {
    return DAY_ZERO.plusDays((long) Double.parseDouble(serial));
  }

  @Override
  public void close() throws SQLException {
    try (insert) {
      insert.executeBatch();
    }
  }
}
