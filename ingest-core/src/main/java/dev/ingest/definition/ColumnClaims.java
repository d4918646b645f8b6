package dev.ingest.definition;

import dev.ingest.naming.NormalName;
import dev.ingest.row.ColumnSchema;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds columns of a file that claim the same name, the same header or the same place in the sheet,
 * whatever else is wrong with them. Each is told where it claims what is another's.
 */
final class ColumnClaims {

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> headers = new HashMap<>();
  private final Map<Integer, String> positions = new HashMap<>();

  /**
   * Takes down what a column claims.
   *
   * @param name as the file has it
   * @param built the column; null where it makes no sense, so that its place is not known
   * @return whether the name is the column's own
   */
  boolean add(Fields column, Value name, String text, @Nullable ColumnSchema<?> built) {
    String other = names.putIfAbsent(text, column.path());
    if (other != null) {
      name.mistake(
          "expected a name of its own for each column, found \"%s\", which is that of %s"
              .formatted(text, other));
      return false;
    }
    if (column.get("at") != null) {
      position(column, text, built);
    } else {
      headers(column, name, text);
    }
    return true;
  }

  private void headers(Fields column, Value name, String text) {
    Value header = column.get("header");
    header(header == null ? name : header, text);
    column.with("aliases", aliases -> aliases.scalars().forEach(alias -> header(alias, text)));
  }

  private void header(Value header, String column) {
    String words = header.scalar();
    String other = words == null ? null : headers.putIfAbsent(NormalName.of(words), column);
    if (other != null && !other.equals(column)) {
      header.mistake(
          "expected headers of its own, found \"%s\", which is read as %s already"
              .formatted(words, other));
    }
  }

  private void position(Fields column, String text, @Nullable ColumnSchema<?> built) {
    if (built != null && built.position().isPresent()) {
      String other = positions.putIfAbsent(built.position().getAsInt(), text);
      if (other != null) {
        column.mistake(
            "at",
            "expected a place of its own, found one that is read as %s already".formatted(other));
      }
    }
  }
}
