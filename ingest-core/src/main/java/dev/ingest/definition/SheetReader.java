package dev.ingest.definition;

import dev.ingest.row.RowSchema;
import dev.ingest.row.SheetWithHeaders;
import dev.ingest.workbook.SheetSelector;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads which sheet is meant. */
final class SheetReader {

  private SheetReader() {}

  /**
   * Returns the selector.
   *
   * @param schema of the columns, or null where it made no sense
   */
  static SheetSelector read(@Nullable Value value, @Nullable RowSchema<?> schema) {
    SheetSelector selector = value == null ? null : selector(value, schema);
    return selector == null ? SheetSelector.onlyVisible() : selector;
  }

  private static @Nullable SheetSelector selector(Value value, @Nullable RowSchema<?> schema) {
    Fields fields = value.isSection() ? value.fields() : null;
    if (fields == null) {
      return value.made(SheetSelector::parse);
    }
    Value named = fields.get("named");
    Value position = fields.get("position");
    Value matching = fields.get("matching");
    Value headers = fields.get("withHeaders");
    fields.end();
    if (fields.names().size() != 1) {
      fields.mistake("expected one of named, position, matching, withHeaders");
      return null;
    }
    if (named != null) {
      return named.made(SheetSelector::named);
    }
    if (matching != null) {
      return matching.made(name -> SheetSelector.matching(Pattern.compile(name)));
    }
    if (position != null) {
      Long at = position.whole(1, Integer.MAX_VALUE);
      return at == null ? null : SheetSelector.at(at.intValue());
    }
    boolean wanted = headers != null && headers.flag();
    return wanted && schema != null ? new SheetWithHeaders(schema) : null;
  }
}
