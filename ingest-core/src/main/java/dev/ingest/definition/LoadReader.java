package dev.ingest.definition;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a load does to its table. */
final class LoadReader {

  private LoadReader() {}

  /** Returns the plan, or null where it makes no sense. */
  static @Nullable LoadPlan read(Value value) {
    Fields fields = value.fields();
    if (fields == null) {
      return null;
    }
    Value table = fields.required("table");
    Value append = fields.get("append");
    Value columns = fields.get("replacePartition");
    fields.end();
    TableName name = table == null ? null : table.made(TableName::parse);
    boolean appends = append != null && append.flag();
    List<String> replaced = columns == null ? List.of() : columns.texts();
    if (appends == (columns != null)) {
      fields.mistake(
          "expected append: true or replacePartition, found " + (appends ? "both" : "neither"));
    }
    if (name == null || !appends && replaced.isEmpty()) {
      return null;
    }
    return appends ? LoadPlan.into(name).append() : replacing(name, replaced, columns);
  }

  private static @Nullable LoadPlan replacing(
      TableName table, List<String> replaced, @Nullable Value columns) {
    try {
      return LoadPlan.into(table).replacePartition(replaced.toArray(String[]::new));
    } catch (IllegalArgumentException odd) {
      if (columns != null) {
        columns.mistake(String.valueOf(odd.getMessage()));
      }
      return null;
    }
  }
}
