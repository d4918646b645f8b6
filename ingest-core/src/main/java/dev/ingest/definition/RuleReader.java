package dev.ingest.definition;

import dev.ingest.row.DuplicateRows;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowCondition;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.workbook.CellAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which rows are no data, and which exclude each other. */
final class RuleReader {

  private static final Set<String> KINDS = Set.of("skip", "stop", "stopAfterBlank", "uniqueKey");

  static final Map<String, DuplicateRows> DUPLICATES =
      new Words<DuplicateRows>()
          .with("reject", DuplicateRows.REJECT)
          .with("keepFirst", DuplicateRows.KEEP_FIRST)
          .with("keepLast", DuplicateRows.KEEP_LAST)
          .with("collapseIdentical", DuplicateRows.COLLAPSE_IDENTICAL)
          .all();

  private final ColumnNames columns;
  private final @Nullable RowSchema<DynamicRow> outline;
  private final List<RowRule> read = new ArrayList<>();

  RuleReader(ColumnNames columns, @Nullable RowSchema<DynamicRow> outline) {
    this.columns = columns;
    this.outline = outline;
  }

  /** Returns the rules in their order, without those that make no sense. */
  List<RowRule> read(Value rules) {
    for (Value item : rules.items()) {
      Fields fields = item.fields();
      RowRule rule = fields == null ? null : rule(fields);
      if (rule != null) {
        add(rule, item);
      }
    }
    return read;
  }

  /** A rule that contradicts the schema or one above it is told where it stands. */
  private void add(RowRule rule, Value item) {
    read.add(rule);
    try {
      if (outline != null) {
        RowRule.check(outline, read);
      }
    } catch (IllegalArgumentException odd) {
      read.remove(read.size() - 1);
      item.mistake(String.valueOf(odd.getMessage()));
    }
  }

  private @Nullable RowRule rule(Fields fields) {
    Value name = fields.get("name");
    Value skip = fields.get("skip");
    Value stop = fields.get("stop");
    Value blank = fields.get("stopAfterBlank");
    Value key = fields.get("uniqueKey");
    fields.end();
    long kinds = fields.names().stream().filter(KINDS::contains).count();
    if (kinds != 1) {
      fields.mistake(
          "expected one of skip, stop, stopAfterBlank, uniqueKey, found "
              + (kinds == 0 ? "none" : kinds));
      return null;
    }
    if (name != null && skip == null && stop == null) {
      name.mistake("expected a name for skip or stop only, since the others have their own");
    }
    if (blank != null) {
      Long rows = blank.whole(1, CellAddress.MAX_ROW);
      return rows == null ? null : RowRule.stopAfterBlank(rows.intValue());
    }
    return key == null ? matching(skip, stop, name) : uniqueKey(key);
  }

  private @Nullable RowRule matching(
      @Nullable Value skip, @Nullable Value stop, @Nullable Value name) {
    Value condition = skip == null ? stop : skip;
    RowCondition when = condition == null ? null : new ConditionReader(columns).read(condition);
    String called = name == null ? null : name.text();
    if (when == null || name != null && called == null) {
      return null;
    }
    String counted = called == null ? when.toString() : called;
    return skip == null ? RowRule.stop(counted, when) : RowRule.skip(counted, when);
  }

  private @Nullable RowRule uniqueKey(Value value) {
    Fields fields = value.fields();
    if (fields == null) {
      return null;
    }
    Value names = fields.required("columns");
    Value word = fields.get("duplicates");
    fields.end();
    DuplicateRows duplicates = word == null ? DuplicateRows.REJECT : word.oneOf(DUPLICATES);
    List<String> key = names == null ? null : columns.names(names);
    return key == null || duplicates == null
        ? null
        : RowRule.uniqueKey(duplicates, key.toArray(String[]::new));
  }
}
