package dev.ingest.workbook.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingest.workbook.CellValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where readers differ, and what is accepted there. */
record Disputes(Map<CorpusCells.Place, Dispute> all) {

  static final Disputes NONE = new Disputes(Map.of());

  private static final Dispute UNDISPUTED = new Dispute("must", List.of());

  /**
   * One disputed cell.
   *
   * @param accept other cells that are right too; an empty one stands for no cell
   */
  private record Dispute(String rule, List<AgreedCell> accept) {

    boolean accepts(@Nullable CellValue found) {
      return accept.stream().anyMatch(cell -> cell.is(found));
    }
  }

  static Disputes read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<CorpusCells.Place, Dispute> all = new HashMap<>();
    for (String line : CorpusCells.lines(file)) {
      String[] fields = line.split("\t", -1);
      List<AgreedCell> accept = cells(json.readTree(fields[4]));
      all.put(CorpusCells.Place.of(fields), new Dispute(fields[3], accept));
    }
    return new Disputes(all);
  }

  private static List<AgreedCell> cells(JsonNode accept) {
    List<AgreedCell> cells = new ArrayList<>();
    accept.forEach(
        node ->
            cells.add(
                node.isNull()
                    ? AgreedCell.NONE
                    : new AgreedCell(node.get(0).asText(), node.get(1).asText(), "")));
    return cells;
  }

  /** Returns whether what was found at a place is right. */
  boolean right(CorpusCells.Place place, AgreedCell agreed, @Nullable CellValue found) {
    Dispute dispute = all.getOrDefault(place, UNDISPUTED);
    return switch (dispute.rule) {
      case "must", "info" -> agreed.is(found);
      case "one-of" -> agreed.is(found) || dispute.accepts(found);
      case "beyond" -> dispute.accepts(found); // no other reader does; this one promises it
      case "weak", "any" -> true; // one reader against the rest, or no evidence at all
      default -> throw new IllegalArgumentException("unknown rule " + dispute.rule);
    };
  }
}
