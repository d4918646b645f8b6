package dev.ingest.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LedgerRun;
import dev.ingest.load.LoadOrigin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the ledger as JSON. Its names are added to, never renamed; absent parts are left out.
 * The published schema is {@link Schemas#runs()}.
 */
public final class RunsJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RunsJson() {}

  /** Returns lines as one JSON object, indented. */
  public static String pretty(List<LedgerEntry> lines) {
    ObjectNode json = NODES.objectNode();
    ArrayNode runs = json.putArray("runs");
    lines.forEach(line -> runs.add(line(line)));
    return JsonText.indented(json);
  }

  /** Returns one line as a JSON object, indented, with those before and after it. */
  public static String pretty(LedgerRun run) {
    ObjectNode json = line(run.line());
    put(json, "before", run.before());
    put(json, "after", run.after());
    return JsonText.indented(json);
  }

  private static void put(ObjectNode json, String name, @Nullable LedgerEntry line) {
    if (line != null) {
      json.set(name, line(line));
    }
  }

  private static ObjectNode line(LedgerEntry line) {
    LoadOrigin origin = line.identity().origin();
    ObjectNode json = NODES.objectNode();
    json.put("run", line.identity().run());
    json.put("outcome", line.outcome().label());
    json.put("table", line.table());
    json.put("plan", line.plan());
    json.put("scope", line.scope());
    json.put("staged", line.staged());
    json.put("deleted", line.deleted());
    json.put("inserted", line.inserted());
    json.put("startedAt", line.startedAt().toString());
    json.put("loadedAt", line.loadedAt().toString());
    json.put("pipeline", line.identity().pipeline());
    json.put("settings", line.identity().settings());
    json.put("fingerprint", line.identity().fingerprint());
    json.put("bucket", origin.bucket());
    json.put("key", origin.key());
    put(json, "version", origin.version());
    put(json, "sequencer", origin.sequencer());
    put(json, "sha256", origin.hash());
    json.put("size", origin.size());
    return json;
  }

  private static void put(ObjectNode json, String name, @Nullable String text) {
    if (text != null) {
      json.put(name, text);
    }
  }
}
