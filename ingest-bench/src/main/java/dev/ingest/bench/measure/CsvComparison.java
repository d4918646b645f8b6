package dev.ingest.bench.measure;

import dev.ingest.bench.workbook.Column;
import dev.ingest.bench.workbook.ColumnKind;
import dev.ingest.bench.workbook.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what a program wrote with what it must, cell by cell: numbers by their value. */
public final class CsvComparison {

  private final List<Column> columns;

  /** Compares rows of a table. */
  public CsvComparison(Table table) {
    this.columns = table.columns();
  }

  /** Returns the first difference, in words; nothing if there is none. */
  public Optional<String> difference(Path expected, Path found) throws IOException {
    try (BufferedReader one = Files.newBufferedReader(expected);
        BufferedReader other = Files.newBufferedReader(found)) {
      for (int line = 1; ; line++) {
        String wanted = one.readLine();
        String got = other.readLine();
        if (wanted == null && got == null) {
          return Optional.empty();
        }
        String difference = difference(wanted, got);
        if (difference != null) {
          return Optional.of("line " + line + ": " + difference);
        }
      }
    }
  }

  private @Nullable String difference(@Nullable String wanted, @Nullable String got) {
    if (wanted == null || got == null) {
      return "expected %s, found %s"
          .formatted(wanted == null ? "the end" : "a row", got == null ? "the end" : "a row");
    }
    return wanted.equals(got) ? null : difference(CsvLine.fields(wanted), CsvLine.fields(got));
  }

  private @Nullable String difference(List<String> wanted, List<String> got) {
    if (wanted.size() != got.size()) {
      return "expected %s fields, found %s".formatted(wanted.size(), got.size());
    }
    for (int i = 0; i < wanted.size(); i++) {
      Column column = columns.get(i);
      if (!isSame(column.kind(), wanted.get(i), got.get(i))) {
        return "%s: expected \"%s\", found \"%s\""
            .formatted(column.name(), wanted.get(i), got.get(i));
      }
    }
    return null;
  }

  private static boolean isSame(ColumnKind kind, String wanted, String got) {
    if (wanted.equals(got)) {
      return true;
    }
    if (kind != ColumnKind.NUMBER || wanted.isEmpty() || got.isEmpty()) {
      return false;
    }
    try {
      return Double.parseDouble(wanted) == Double.parseDouble(got);
    } catch (NumberFormatException none) {
      return false;
    }
  }
}
