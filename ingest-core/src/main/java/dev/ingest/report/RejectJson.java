package dev.ingest.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.pipeline.Upload;
import dev.ingest.problem.Problem;
import dev.ingest.problem.Surroundings;
import dev.ingest.workbook.CellAddress;
import org.jspecify.annotations.Nullable;

/**
 * One problem as one flat JSON object, for {@code rejects.jsonl}. Every name is always there, null
 * where there is nothing to say; names are added to, never renamed. The published schema is {@link
 * Schemas#reject()}.
 */
public final class RejectJson {

  private final String run;
  private final Upload upload;

  /**
   * Makes lines for the problems of one run.
   *
   * @param run the run's id
   */
  public RejectJson(String run, Upload upload) {
    this.run = run;
    this.upload = upload;
  }

  /** Returns the problem as JSON, on one line without its end. */
  public String of(Problem problem) {
    CellAddress cell = problem.cell();
    Surroundings around = problem.around();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("run", run);
    json.put("code", problem.code().name());
    json.put("severity", problem.severity().name());
    json.put("file", upload.source().name());
    json.put("key", upload.key());
    json.put("version", upload.version());
    json.put("sheet", cell == null ? null : cell.sheet());
    json.put("cell", cell == null ? null : cell.toString());
    json.put("row", cell == null ? null : (Integer) cell.row());
    json.put("column", orNull(problem.column()));
    json.put("header", orNull(problem.header()));
    json.put("raw", cell == null ? null : problem.raw());
    json.put("kind", around == null ? null : around.kind().name());
    json.put("format", around == null ? null : orNull(around.format()));
    json.put("message", problem.message());
    json.put("hint", orNull(problem.hint()));
    return JsonText.line(json);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
