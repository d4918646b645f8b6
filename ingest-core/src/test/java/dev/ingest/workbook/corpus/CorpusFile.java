package dev.ingest.workbook.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ingest.workbook.ReadOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * A file as the manifest describes it.
 *
 * @param expect {@code ok}, {@code ok-or-error}, {@code error} or {@code safe}
 * @param message a regular expression for the refusal, or empty
 * @param password empty where there is none
 * @param anySheetNames whether sheets are matched by position, since the file does not name them
 * @param optionalSheets chart and macro sheets, which some readers list
 */
record CorpusFile(
    String name,
    String format,
    String expect,
    String message,
    String password,
    boolean anySheetNames,
    List<String> optionalSheets) {

  static CorpusFile of(JsonNode node) {
    List<String> optional = new ArrayList<>();
    node.path("optional_sheets").forEach(sheet -> optional.add(sheet.asText()));
    return new CorpusFile(
        node.get("file").asText(),
        node.get("format").asText(),
        node.get("expect").asText(),
        text(node, "message"),
        text(node, "password"),
        node.path("any_sheet_names").asBoolean(),
        optional);
  }

  /** Returns how it is opened. */
  ReadOptions options() {
    return password.isEmpty()
        ? ReadOptions.defaults()
        : ReadOptions.defaults().withPassword(password);
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).isNull() ? "" : node.path(name).asText();
  }
}
