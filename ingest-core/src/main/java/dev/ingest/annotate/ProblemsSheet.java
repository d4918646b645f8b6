package dev.ingest.annotate;

import dev.ingest.annotate.Marks.Mark;
import dev.ingest.problem.Problem;
import dev.ingest.workbook.CellAddress;
import java.util.Locale;

/** The sheet that lists the problems, each with a link to its cell. */
final class ProblemsSheet {

  private static final int HEADINGS = 4;
  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private final CellStyles styles;
  private final SheetText rows = new SheetText();
  private final StringBuilder links = new StringBuilder();

  private ProblemsSheet(CellStyles styles) {
    this.styles = styles;
  }

  /**
   * Returns the part.
   *
   * @param space the namespace of the workbook
   * @param advice what the sender is to do, in a sentence or two
   */
  static String of(Marks marks, CellStyles styles, String space, String advice) {
    ProblemsSheet sheet = new ProblemsSheet(styles);
    sheet.head(marks, advice);
    int row = HEADINGS;
    for (Mark mark : marks.all()) {
      sheet.problem(++row, mark);
    }
    return DECLARATION
        + "<worksheet xmlns=\"%s\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\">"
            .formatted(space)
        + "<pane ySplit=\"%1$s\" topLeftCell=\"A%2$s\" activePane=\"bottomLeft\" state=\"frozen\"/>"
            .formatted(HEADINGS, HEADINGS + 1)
        + "</sheetView></sheetViews><cols><col min=\"1\" max=\"1\" width=\"16\" customWidth=\"1\"/>"
        + "<col min=\"2\" max=\"2\" width=\"18\" customWidth=\"1\"/>"
        + "<col min=\"3\" max=\"4\" width=\"52\" customWidth=\"1\"/>"
        + "<col min=\"5\" max=\"5\" width=\"24\" customWidth=\"1\"/>"
        + "<col min=\"6\" max=\"6\" width=\"22\" customWidth=\"1\"/></cols><sheetData>"
        + sheet.rows
        + "</sheetData>"
        + (sheet.links.length() > 0 ? "<hyperlinks>" + sheet.links + "</hyperlinks>" : "")
        + "<pageSetup orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>";
  }

  private void head(Marks marks, String advice) {
    rows.row(1).text(1, title(marks), styles.title());
    rows.row(2).text(1, advice, styles.line());
    rows.row(HEADINGS);
    String[] headings = {"Cell", "Column", "Problem", "Try", "Found", "Code"};
    for (int i = 0; i < headings.length; i++) {
      rows.text(i + 1, headings[i], styles.heading());
    }
  }

  private static String title(Marks marks) {
    long found = marks.found();
    String all = String.format(Locale.ROOT, found == 1 ? "%,d problem" : "%,d problems", found);
    return marks.isCapped()
        ? String.format(
            Locale.ROOT, "%s; the first %,d are listed and marked", all, marks.all().size())
        : all;
  }

  private void problem(int row, Mark mark) {
    Problem problem = mark.problem();
    rows.row(row);
    CellAddress at = mark.at();
    CellAddress was = problem.cell();
    if (at != null && was != null) {
      rows.text(1, was.toString(), styles.link());
      String to = "'" + at.sheet().replace("'", "''") + "'!" + at.a1();
      links.append(
          "<hyperlink ref=\"A%s\" location=\"%s\" display=\"%s\"/>"
              .formatted(row, Tags.escape(to), Tags.escape(was.toString())));
    } else {
      rows.text(1, "the file", styles.text());
    }
    text(2, problem.column());
    text(3, problem.message());
    text(4, problem.hint());
    text(5, problem.raw());
    text(6, problem.code().name());
  }

  private void text(int column, String text) {
    if (!text.isEmpty()) {
      rows.text(column, text, SheetText.isLikeFormula(text) ? styles.quoted() : styles.text());
    }
  }
}
