package dev.ingest.definition;

import dev.ingest.load.LoadGuards;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a load does to its table, and what it must not do. */
final class LoadReader {

  private static final Set<String> KINDS =
      Set.of("append", "replacePartition", "replaceTable", "upsert");

  /** Stands for a table whose name makes no sense, so that the rest is looked at all the same. */
  private static final TableName ANY = new TableName(null, "any");

  /**
   * What was read.
   *
   * @param plan null where it makes no sense
   */
  record Load(@Nullable LoadPlan plan, LoadGuards guards) {}

  private LoadReader() {}

  /** Returns what a load does, and what it must not do. */
  static Load read(@Nullable Value value) {
    Fields fields = value == null ? null : value.fields();
    if (fields == null) {
      return new Load(null, LoadGuards.none());
    }
    LoadPlan plan = plan(fields);
    Value guards = fields.get("guards");
    fields.end();
    return new Load(plan, guards == null ? LoadGuards.none() : GuardsReader.read(guards));
  }

  private static @Nullable LoadPlan plan(Fields fields) {
    Value table = fields.required("table");
    Value append = fields.get("append");
    Value partition = fields.get("replacePartition");
    Value whole = fields.get("replaceTable");
    Value upsert = fields.get("upsert");
    TableName name = table == null ? null : table.made(TableName::parse);
    List<String> kinds = fields.names().stream().filter(KINDS::contains).toList();
    if (kinds.size() != 1) {
      fields.mistake(
          "expected one of append: true, replacePartition, replaceTable: true, upsert, found "
              + (kinds.isEmpty() ? "none" : String.join(" and ", kinds)));
      return null;
    }
    LoadPlan.Into into = LoadPlan.into(name == null ? ANY : name);
    LoadPlan plan = null;
    if (partition != null) {
      plan = of(partition, into::replacePartition);
    } else if (upsert != null) {
      plan = of(upsert, into::upsert);
    } else if (isTrue(append)) {
      plan = into.append();
    } else if (isTrue(whole)) {
      plan = into.replaceTable();
    }
    return name == null ? null : plan;
  }

  private static boolean isTrue(@Nullable Value value) {
    boolean raised = value != null && value.flag();
    if (value != null && !raised && "false".equals(value.scalar())) {
      value.mistake("expected true, found false; say what else is done");
    }
    return raised;
  }

  private static @Nullable LoadPlan of(Value value, Function<String[], LoadPlan> plan) {
    List<String> columns = value.texts();
    try {
      return columns.isEmpty() ? null : plan.apply(columns.toArray(String[]::new));
    } catch (IllegalArgumentException odd) {
      value.mistake(String.valueOf(odd.getMessage()));
      return null;
    }
  }
}
