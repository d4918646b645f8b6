package dev.ingest.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.aws.ddl.SqlDialect;
import dev.ingest.aws.ddl.TableDdl;
import dev.ingest.aws.ddl.TableDiff;
import java.util.List;

/** Tables and how they differ as JSON. Its names are added to, never renamed. */
final class DdlJson {

  private DdlJson() {}

  /** Returns the table that is needed. */
  static String of(SqlDialect dialect, TableDdl ddl) {
    ObjectNode json = table(ddl.table().toString());
    json.put("database", dialect.label());
    json.put("create", ddl.create());
    add(json, "notes", ddl.notes());
    return json.toPrettyString();
  }

  /**
   * Returns how a table differs.
   *
   * @param done the statements that were run before it was compared
   */
  static String of(TableDiff diff, List<String> done) {
    ObjectNode json = table(diff.table().toString());
    json.put("outcome", DdlText.outcome(diff));
    add(json, "ran", done);
    add(json, "mismatches", diff.mismatches());
    add(json, "warnings", diff.warnings());
    diff.create().ifPresent(statement -> json.put("create", statement));
    add(json, "addColumns", diff.add());
    return json.toPrettyString();
  }

  private static ObjectNode table(String name) {
    return JsonNodeFactory.instance.objectNode().put("table", name);
  }

  private static void add(ObjectNode json, String name, List<String> texts) {
    ArrayNode all = json.putArray(name);
    texts.forEach(all::add);
  }
}
