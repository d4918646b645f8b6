package dev.ingest.definition;

import dev.ingest.row.DuplicateRows;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.workbook.CellAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads which rows are no data, and which exclude each other. */
final class RuleReader {

  private static final Set<String> KINDS = Set.of("skip", "stop", "stopAfterBlank", "uniqueKey");

  private static final Map<String, DuplicateRows> DUPLICATES =
      new Words<DuplicateRows>()
          .with("reject", DuplicateRows.REJECT)
          .with("keepFirst", DuplicateRows.KEEP_FIRST)
          .with("keepLast", DuplicateRows.KEEP_LAST)
          .with("collapseIdentical", DuplicateRows.COLLAPSE_IDENTICAL)
          .all();

  /** A condition, as a regular expression and in words. */
  private record Match(String column, String regex, String words) {}

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
    Match match = condition == null ? null : match(condition);
    String called = name == null ? null : name.text();
    if (match == null || name != null && called == null) {
      return null;
    }
    String counted = called == null ? match.words() : called;
    return skip == null
        ? RowRule.stop(counted, match.column(), match.regex())
        : RowRule.skip(counted, match.column(), match.regex());
  }

  private @Nullable Match match(Value value) {
    Fields fields = value.fields();
    if (fields == null) {
      return null;
    }
    Value where = fields.required("column");
    Value equal = fields.get("equals");
    Value matches = fields.get("matches");
    fields.end();
    if ((equal == null) == (matches == null)) {
      fields.mistake("expected equals or matches, found " + (equal == null ? "neither" : "both"));
    }
    String column = where == null ? null : columns.name(where);
    String text = equal == null ? null : equal.text();
    String regex = matches == null ? null : matches.made(RuleReader::regex);
    if (column == null || (text == null) == (regex == null)) {
      return null;
    }
    return regex == null
        ? new Match(column, Pattern.quote(text + ""), column + " is " + text)
        : new Match(column, regex, column + " matches " + regex);
  }

  /** The rules refuse it in the words that all regular expressions have. */
  private static String regex(String text) {
    RowRule.skip("", "", text);
    return text;
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
