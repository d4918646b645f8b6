package dev.ingest.aws.postgres;

import dev.ingest.load.CsvLines;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.RefusedRow;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/**
 * Where in a file {@code COPY} stopped: {@code COPY metrics, line 7, column value: …}, the one
 * place in which the server tells it. A server that speaks another language tells nothing.
 *
 * @param line counted from 1, the header included; a row that holds line breaks has several
 * @param column null where it is about the row
 */
record CopyLine(long line, @Nullable String column) {

  private static final Pattern COPY =
      Pattern.compile("COPY \\S+, line (\\d{1,18})(?:, column ([^:]+))?");

  /** Finds the place in what the server says. */
  static Optional<CopyLine> of(@Nullable ServerErrorMessage server) {
    String where = server == null ? null : server.getWhere();
    Matcher copy = COPY.matcher(where == null ? "" : where);
    return copy.find()
        ? Optional.of(new CopyLine(Long.parseLong(copy.group(1)), copy.group(2)))
        : Optional.empty();
  }

  /** Returns the row of the file at which {@code COPY} stopped, if all that it takes is told. */
  static List<RefusedRow> refused(SQLException failure, LoadRequest request, RowFilling filling)
      throws IOException {
    Optional<CopyLine> stopped = of(SqlFailures.server(failure));
    Optional<InputStream> file = stopped.isEmpty() ? Optional.empty() : filling.read(request);
    if (stopped.isEmpty() || file.isEmpty()) {
      return List.of();
    }
    try (InputStream data = file.get()) {
      long record = CsvLines.record(data, stopped.get().line());
      String column = stopped.get().column();
      return List.of(
          SqlFailures.refused(
              record, column == null ? SqlFailures.columns(failure) : List.of(column), failure));
    }
  }
}
