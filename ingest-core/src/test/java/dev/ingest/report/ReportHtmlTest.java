package dev.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.pipeline.IngestReport;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser sees it. */
class ReportHtmlTest {

  /** The page in a frame of a phone's width, and what a script outside of it measures. */
  private static final String MEASURED =
      """
      <!DOCTYPE html><meta charset="utf-8">
      <iframe id="phone" style="width:WIDTHpx;height:800px;border:0" srcdoc="PAGE"></iframe>
      <pre id="found"></pre>
      <script>
        const frame = document.getElementById("phone");
        frame.onload = () => {
          const page = frame.contentDocument;
          const show = element => Math.round(element.getBoundingClientRect().width);
          const bar = page.querySelector(".bar");
          const lines = [
            "page " + page.documentElement.scrollWidth,
            "bar " + (bar ? [...bar.children].map(e => e.className + ":" + show(e)).join(" ") : "none"),
            "where " + [...page.querySelectorAll(".where b")].map(e => e.innerText).join(" "),
            "bad " + [...page.querySelectorAll(".grid td.bad")].map(e => e.innerText).join("|"),
            "bold " + page.querySelectorAll(".grid bdi *, .message *").length];
          document.getElementById("found").innerText = lines.join("\\n");
        };
      </script>
      """;

  @TempDir Path folder;
  private Browser browser;
  private Runs runs;

  @BeforeEach
  void open() {
    browser = Browser.in(folder);
    runs = new Runs(folder);
  }

  @Test
  void showsEachProblemInItsNeighbourhood() throws Exception {
    String dom = browser.dom(ReportHtml.of(runs.load(Runs.bad().bytes(), 10)));

    assertThat(text(dom, "<h1>(.*?)</h1>")).containsExactly("sales.xlsx");
    assertThat(text(dom, "<p class=\"line\">(.*?)</p>"))
        .containsExactly("4 rows stand in the table; 4 rows rejected.");
    assertThat(text(dom, "<p class=\"where\">(.*?)</p>"))
        .containsExactly(
            "data!A9 city REQUIRED",
            "data!B10 customer NOT_A_NUMBER",
            "data!E10 day NOT_A_DATE",
            "data!B11 customer NOT_AN_INTEGER",
            "data!A12 city CELL_ERROR");
    assertThat(text(dom, "<table class=\"grid\">(.*?)</table>"))
        .containsExactly(
            "A B C 2 city Customer note ⋮ 9 22 no city",
            "A B C D 2 city Customer note Amount ⋮ 10 Lima A-23 two &lt;b&gt;problems&lt;/b&gt; &amp; a note that is long 3",
            "C D E 2 note Amount day ⋮ 10 two &lt;b&gt;problems&lt;/b&gt; &amp; a note that is long 3 1 February",
            "A B C D 2 city Customer note Amount ⋮ 11 Kyiv 24.5 half a customer 4",
            "A B C 2 city Customer note ⋮ 12 #REF! 25 =1+1");
  }

  @Test
  void accountsForColumnsAndHeaders() throws Exception {
    String dom = browser.dom(ReportHtml.of(runs.load(Runs.bad().bytes(), 10)));

    assertThat(text(dom, "<tr[^>]*>(.*?)</tr>"))
        .contains(
            "city REQUIRED&nbsp; 1 CELL_ERROR&nbsp; 1 none",
            "amount none #N/A&nbsp; 1",
            "B2 Customer customer alias",
            "D2 Amount amount normalised",
            "C2 note not used");
    assertThat(text(dom, "<li>(.*?)</li>"))
        .contains(
            "accepted 4",
            "rejected 4",
            "filtered, not: same day as the first row 1",
            "skipped, above the header 1",
            "blank 1",
            "header 1",
            "data!C2: the column \"note\" is not used");
  }

  @Test
  void saysWhichRowHoldsTheHeadersAndWhy() throws Exception {
    String dom = browser.dom(ReportHtml.of(runs.convert(Runs.good().bytes())));

    assertThat(text(dom, "<h2>Headers</h2><p>(.*?)</p>"))
        .containsExactly(
            "Found in row 2: the first of the first 50 rows that holds what is needed.");
  }

  @Test
  void theFootSaysWhenItBeganAndHowMuchCameIn() {
    byte[] workbook = Runs.good().bytes();

    assertThat(ReportHtml.of(runs.convert(workbook)))
        .contains(
            "<footer>run run-1 · started 2020-02-02T10:15:00Z · workbook "
                + Counted.of(workbook.length, "byte")
                + " · ");
  }

  @Test
  void aRefusedFileSaysThatNothingWasDone() throws Exception {
    String dom = browser.dom(ReportHtml.of(runs.load(Runs.bad().bytes(), 0)));

    assertThat(text(dom, "<p class=\"line\">(.*?)</p>"))
        .containsExactly("6 problems. Nothing was loaded and nothing deleted.");
    assertThat(text(dom, "<p class=\"where\">(.*?)</p>")).contains("the file TOO_MANY_REJECTS");
  }

  @Test
  void aHeaderThatWasRefusedIsShownAsItWasFound() throws Exception {
    byte[] workbook =
        Runs.good().edit("xl/sharedStrings.xml", xml -> xml.replace("city", "citty")).bytes();

    String dom = browser.dom(ReportHtml.of(runs.convert(workbook)));

    assertThat(text(dom, "<h2>Headers</h2><p>(.*?)</p>"))
        .containsExactly("Row 2 came nearest: which comes nearest: it holds 3 of 4 columns.");
    assertThat(text(dom, "<tr class=\"(?:used|missing|unused)\">(.*?)</tr>"))
        .containsExactly(
            "city city missing; did you mean citty?",
            "B2 Customer customer alias",
            "D2 Amount amount normalised",
            "E2 day day exact",
            "A2 citty not used",
            "C2 note not used");
  }

  @Test
  void isReadableOnAPhone() throws Exception {
    String page = ReportHtml.of(runs.load(Runs.bad().bytes(), 10));

    assertThat(measured(page, 360))
        .containsExactly(
            "page 360",
            "bar accepted:97 rejected:97 filtered:24 skipped:24 blank:24 head:24",
            "where data!A9 data!B10 data!E10 data!B11 data!A12",
            "bad |A-23|1 February|24.5|#REF!",
            "bold 0");
    assertThat(measured(page, 320)).contains("page 320");
  }

  @Test
  void whatStandsInCellsIsNeverMarkup() throws Exception {
    String hostile = "\"><script>document.title='run'</script><b onclick='x'>\u202e&amp;</b>";
    byte[] workbook =
        Runs.good()
            .row(hostile, hostile, hostile, 1, Runs.DAY)
            .row("</style>", 1, "]]>", 2, hostile)
            .bytes();

    String page = ReportHtml.of(runs.convert(workbook));
    String dom = browser.dom(page);

    assertThat(page).doesNotContain("<script").doesNotContain("http://").doesNotContain("https://");
    assertThat(text(dom, "<title>(.*?)</title>")).containsExactly("sales.xlsx: converted");
    assertThat(measured(page, 1000)).contains("bold 0");
  }

  @Test
  void isLightByDayAndDarkByNight() throws Exception {
    String page = ReportHtml.of(runs.load(Runs.bad().bytes(), 10));

    BufferedImage day = browser.picture(page, "report-light", 1100, 2000);
    BufferedImage night = browser.picture(page, "report-dark", 1100, 2000, "--force-dark-mode");
    browser.picture(page, "report-phone", 500, 2600);

    assertThat(brightness(day)).isGreaterThan(0.8);
    assertThat(brightness(night)).isLessThan(0.25);
  }

  @Test
  void aCleanRunHasNoListOfProblems() {
    IngestReport report = runs.convert(Runs.good().bytes());

    assertThat(ReportHtml.of(report))
        .doesNotContain("class=\"problems\"")
        .contains("4 rows are in the output, and none was rejected.");
  }

  private List<String> measured(String page, int width) throws Exception {
    String inFrame = page.replace("&", "&amp;").replace("\"", "&quot;");
    String dom =
        browser.dom(MEASURED.replace("WIDTH", Integer.toString(width)).replace("PAGE", inFrame));
    return text(dom, "<pre id=\"found\">(.*?)</pre>").stream()
        .flatMap(found -> Stream.of(found.split("<br>|\n")))
        .toList();
  }

  /** Returns what a pattern finds, without tags and with single spaces. */
  private static List<String> text(String dom, String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(dom)
        .results()
        .map(found -> plain(found, pattern.contains("pre")))
        .toList();
  }

  private static String plain(MatchResult found, boolean lines) {
    return lines
        ? found.group(1)
        : found
            .group(1)
            .replaceAll("</?(b|i|bdi)\\b[^>]*>|(<[^>]*>)+", " ")
            .replaceAll("\\s+", " ")
            .strip();
  }

  private static double brightness(BufferedImage picture) {
    double sum = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int rgb = picture.getRGB(x, y);
        sum += (rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff);
      }
    }
    return sum / picture.getHeight() / picture.getWidth() / 3 / 255;
  }
}
