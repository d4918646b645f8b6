package dev.ingest.report;

import dev.ingest.problem.Surroundings.Neighbour;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellKind;
import java.util.List;
import java.util.Locale;

/** A few cells drawn as a spreadsheet shows them: letters, the header's row, the row. */
final class GridHtml {

  private GridHtml() {}

  /**
   * Writes a grid.
   *
   * @param bad the cell that is marked
   * @param headerRow the header's row, counted from 1
   */
  static void write(CellAddress bad, List<Neighbour> cells, int headerRow, HtmlText html) {
    List<Neighbour> row = withinTheTable(cells, bad);
    html.open("div", "class", "wide").open("table", "class", "grid");
    html.open("tr").element("th", "");
    row.forEach(cell -> html.element("th", CellAddress.columnName(cell.column())));
    html.close("tr").open("tr", "class", "headers");
    html.element("th", Integer.toString(headerRow));
    row.forEach(cell -> value(html, cell.header(), "text"));
    html.close("tr");
    if (bad.row() > headerRow + 1) {
      html.open("tr", "class", "gap")
          .element("th", "⋮")
          .element("td", "", "colspan", row.size() + "");
      html.close("tr");
    }
    html.open("tr").element("th", Integer.toString(bad.row()));
    row.forEach(cell -> value(html, cell.raw(), style(cell, bad)));
    html.close("tr").close("table").close("div");
  }

  /** Leaves out what lies right of the table. */
  private static List<Neighbour> withinTheTable(List<Neighbour> cells, CellAddress bad) {
    int last = cells.size();
    while (last > 1 && isNothing(cells.get(last - 1), bad)) {
      last--;
    }
    return cells.subList(0, last);
  }

  private static boolean isNothing(Neighbour cell, CellAddress bad) {
    return cell.column() > bad.column() && cell.raw().isEmpty() && cell.header().isEmpty();
  }

  private static String style(Neighbour cell, CellAddress bad) {
    String kind = cell.kind().name().toLowerCase(Locale.ROOT);
    String shown = cell.kind() == CellKind.DATE ? "number" : kind;
    return cell.column() == bad.column() ? shown + " bad" : shown;
  }

  private static void value(HtmlText html, String value, String style) {
    html.open("td", "class", style, "title", value).element("bdi", value).end("td");
  }
}
