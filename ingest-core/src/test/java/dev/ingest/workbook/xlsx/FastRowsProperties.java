package dev.ingest.workbook.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetRows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The fast scanner reads what the thorough reader reads, or the sheet is read by that one: for
 * sheets that are plain, odd, or broken, in chunks of any size, on one thread or two.
 */
class FastRowsProperties {

  private static final SheetReaders READERS = new SheetReaders(ReadLimits.defaults());

  @Property(tries = 5000)
  void bothReadersTellTheSame(
      @ForAll("sheets") String xml, @ForAll("sizes") int chunk, @ForAll boolean ahead) {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);

    assertThat(READERS.fast(bytes, chunk, ahead)).isEqualTo(READERS.thorough(bytes));
  }

  @Property(tries = 1000)
  void aSheetThatIsCutAnywhereIsRefusedByBoth(
      @ForAll("sheets") String xml, @ForAll("sizes") int chunk, @ForAll("shares") double share) {
    byte[] whole = xml.getBytes(StandardCharsets.UTF_8);
    byte[] cut = java.util.Arrays.copyOf(whole, (int) (whole.length * share));

    assertThat(READERS.fast(cut, chunk, false))
        .contains("refused")
        .isEqualTo(READERS.thorough(cut));
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void bothReadersTellTheSameOfSoundSheets(
      @ForAll("sound") String xml, @ForAll("sizes") int chunk) {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);

    assertThat(READERS.fast(bytes, chunk, false))
        .doesNotContain("refused")
        .isEqualTo(READERS.thorough(bytes));
  }

  @Provide
  Arbitrary<String> sound() {
    return SoundSheets.xml();
  }

  @Provide
  Arbitrary<Integer> sizes() {
    return Arbitraries.of(1, 7, 64, 200, 1000, 1 << 16);
  }

  @Provide
  Arbitrary<Double> shares() {
    return Arbitraries.doubles().between(0.01, 0.99);
  }

  @Provide
  Arbitrary<String> sheets() {
    Arbitrary<String> rows = rows().list().ofMaxSize(8).map(all -> String.join("", all));
    Arbitrary<String> after =
        Arbitraries.of(
            "", "", "", " ", "<mergeCells count=\"0\"/>", "<!-- end -->", "<x>", "&amp;");
    return Combinators.combine(rows, after)
        .as(
            (all, rest) ->
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                    + "<dimension ref=\"A1\"/><sheetData>"
                    + all
                    + "</sheetData>"
                    + rest
                    + "</worksheet>");
  }

  private static Arbitrary<String> rows() {
    Arbitrary<String> cells = cells().list().ofMaxSize(5).map(all -> String.join("", all));
    Arbitrary<String> attributes =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(8, Arbitraries.of("", " spans=\"1:4\" ht=\"12.8\"")),
            net.jqwik.api.Tuple.of(
                2,
                Arbitraries.of(
                    " r=\"3\"",
                    " hidden=\"1\"",
                    " hidden='true'",
                    " hidden=\"0\"",
                    " r='9'",
                    " r=\"0\"",
                    " r = \"5\"",
                    " x:r=\"5\" xmlns:x=\"u\"")));
    return Combinators.combine(attributes, cells, Arbitraries.of("", "", "\n", "<!--</row>-->"))
        .as((a, c, gap) -> "<row" + a + ">" + c + "</row>" + gap);
  }

  private static Arbitrary<String> cells() {
    Arbitrary<String> attributes =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(
                9,
                Arbitraries.of(
                    "",
                    " s=\"1\"",
                    " s=\"0\"",
                    " cm=\"1\"",
                    " t=\"n\"",
                    " t=\"b\"",
                    " t=\"e\"",
                    " t=\"s\"",
                    " t=\"str\"",
                    " t=\"inlineStr\"",
                    " t=\"d\"")),
            net.jqwik.api.Tuple.of(
                1,
                Arbitraries.of(
                    " t='n'", " s=\"9\"", "\n s=\"1\" ", " t=\"x\"", " s=\"1\"t=\"n\"")));
    Arbitrary<String> content =
        Arbitraries.of(
            "",
            "<v/>",
            "<v></v>",
            "<v> </v>",
            "<v>0</v>",
            "<v>1</v>",
            "<v>-2.50</v>",
            "<v>1E3</v>",
            "<v>0.1234567890123456</v>",
            "<v>123456789012345678901</v>",
            "<v>43862</v>",
            "<v>1&#50;</v>",
            "<v>2</v><v>3</v>",
            "<v>#N/A</v>",
            "<v>true</v>",
            "<v>a_x000D_b</v>",
            "<v>a&amp;b</v>",
            "<v>ü€\ud83d\ude00</v>",
            "<v>x\r\ny\rz</v>",
            "<v><![CDATA[c<d]]></v>",
            "<v>e<!-- f -->g</v>",
            "<v>2020-02-01</v>",
            "<f>A1</f><v>7</v>",
            "<f>A1</f>",
            "<f t=\"shared\" si=\"0\"/><v>8</v>",
            "<f/>",
            "<is><t>in</t></is>",
            "<is><t xml:space=\"preserve\"> in </t></is>",
            "<is><r><t>a</t></r><r><t>b</t></r></is>",
            "<is><t/></is>",
            "<is/>",
            "<extLst><ext><v>1</v></ext></extLst>",
            "<v xml:space=\"preserve\">4</v>",
            "text",
            "<v>5</c>",
            "<v>&bad;</v>",
            "<w:v xmlns:w=\"u\">6</w:v>");
    return Combinators.combine(attributes, content)
        .as((a, c) -> c.isEmpty() ? "<c" + a + "/>" : "<c" + a + ">" + c + "</c>");
  }

  /** A pool of one thread serves as well as a thread of its own. */
  @Property(tries = 20)
  void anExecutorOfTheCallerServes(@ForAll("sheets") String xml) {
    var pool = Executors.newSingleThreadExecutor();
    try {
      byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
      SheetRows rows = READERS.fastRows(bytes, 100, pool);
      assertThat(SheetReaders.told(rows)).isEqualTo(READERS.thorough(bytes));
    } finally {
      pool.shutdownNow();
    }
  }

  /** A pool that is busy for ever costs speed, not the sheet; so does one that takes no more. */
  @Property(tries = 5)
  void anExecutorWithoutAThreadToSpareIsNotWaitedFor(
      @ForAll("sheets") String xml, @ForAll boolean refuses) {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    List<Runnable> waiting = new ArrayList<>();
    Executor starved =
        task -> {
          if (refuses) {
            throw new RejectedExecutionException("shut down");
          }
          waiting.add(task);
        };
    SheetRows rows = READERS.fastRows(bytes, 100, starved);

    assertThat(SheetReaders.told(rows)).isEqualTo(READERS.thorough(bytes));

    waiting.forEach(Runnable::run); // begins when all is read and closed, and ends at once
  }

  /** An executor that runs its tasks at once, on the reader's thread, helps nobody and no harm. */
  @Property(tries = 5)
  void anExecutorOnTheReadersOwnThreadServes(@ForAll("sheets") String xml) {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);

    assertThat(SheetReaders.told(READERS.fastRows(bytes, 100, Runnable::run)))
        .isEqualTo(READERS.thorough(bytes));
  }
}
