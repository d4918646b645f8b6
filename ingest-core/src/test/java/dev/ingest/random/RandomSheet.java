package dev.ingest.random;

import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.CellRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sheet {@code data} of a random table.
 *
 * @param above rows above the header, each with a title
 * @param header the header's cells; none where there is no header row
 * @param merged areas below the header, no two of which overlap
 */
public record RandomSheet(
    int above,
    List<@Nullable String> header,
    List<Line> lines,
    List<CellRange> merged,
    boolean inline,
    boolean date1904) {

  static final String NAME = "data";

  /**
   * A row below the header.
   *
   * @param gap its distance from the row above it; a hidden row has none
   */
  public record Line(int gap, boolean hidden, List<@Nullable Object> cells) {}

  /** Returns how many rows the file stores. */
  public int physicalRows() {
    return above + (header.isEmpty() ? 0 : 1) + lines.size();
  }

  /** Returns the workbook. */
  public byte[] workbook() {
    return workbook(lines);
  }

  /**
   * Returns a workbook with so many rows below the header, past the size from which two threads
   * read it; they are those of this sheet, the first one first, in no order.
   */
  public byte[] workbook(int rows, Random random) {
    List<Line> many = new ArrayList<>(lines.subList(0, 1));
    while (many.size() < rows) {
      many.add(lines.get(random.nextInt(lines.size())));
    }
    return workbook(many);
  }

  private byte[] workbook(List<Line> rows) {
    WorkbookBuilder builder = WorkbookBuilder.workbook().sheet(NAME);
    if (inline) {
      builder.inlineStrings();
    }
    if (date1904) {
      builder.date1904();
    }
    for (int i = 0; i < above; i++) {
      builder.row("A title");
    }
    if (!header.isEmpty()) {
      builder.row(header.toArray());
    }
    int number = above + (header.isEmpty() ? 0 : 1);
    for (Line line : rows) {
      number += line.hidden ? 1 : line.gap;
      if (line.hidden) {
        builder.hiddenRow(line.cells.toArray());
      } else {
        builder.rowAt(number, line.cells.toArray());
      }
    }
    return merged.isEmpty() ? builder.bytes() : withMerged(builder);
  }

  private byte[] withMerged(WorkbookBuilder builder) {
    String areas =
        merged.stream()
            .map(
                area -> "<mergeCell ref=\"" + area.toString().substring(NAME.length() + 1) + "\"/>")
            .collect(Collectors.joining("", "<mergeCells>", "</mergeCells>"));
    return builder
        .edit(
            "xl/worksheets/sheet1.xml", xml -> xml.replace("</sheetData>", "</sheetData>" + areas))
        .bytes();
  }
}
