package dev.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on paper, as a browser prints it. */
class ReportPrintTest {

  /** Colours of the style sheet: what they are on paper, and what only a dark screen has. */
  private static final String WHITE = PrintedPages.colour("#ffffff");

  private static final String GOOD = PrintedPages.colour("#1f8a5b");
  private static final String BAD = PrintedPages.colour("#c9372c");
  private static final String DARK_PAPER = PrintedPages.colour("#11151b");
  private static final String DARK_CARD = PrintedPages.colour("#1a2029");

  @TempDir Path folder;
  private Browser browser;
  private Runs runs;

  @BeforeEach
  void open() {
    browser = Browser.in(folder);
    runs = new Runs(folder);
  }

  /** Whether the screen is dark does not matter on paper. */
  @Test
  void isPrintedOnWhiteWithTheBarInItsColours() throws Exception {
    String page = ReportHtml.of(runs.load(Runs.bad().bytes(), 10));

    PrintedPages light = browser.print(page, "report-paper");
    PrintedPages dark = browser.print(page, "report-paper-dark", "--force-dark-mode");

    assertThat(light.fills()).contains(WHITE, GOOD, BAD);
    assertThat(dark.fills()).isEqualTo(light.fills()).doesNotContain(DARK_PAPER, DARK_CARD);
  }

  @Test
  void goesOnToTheNextPageWhereThereIsMuch() throws Exception {
    WorkbookBuilder workbook = Runs.good();
    for (int i = 0; i < 60; i++) {
      workbook.row("Oslo", "no number", "tea", 1, Runs.DAY);
    }

    PrintedPages few = browser.print(ReportHtml.of(runs.convert(Runs.good().bytes())), "few");
    PrintedPages many = browser.print(ReportHtml.of(runs.convert(workbook.bytes())), "many");

    assertThat(few.count()).isEqualTo(1);
    assertThat(many.count()).isGreaterThan(4);
  }
}
