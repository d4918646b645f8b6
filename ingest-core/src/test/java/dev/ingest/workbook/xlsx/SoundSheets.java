package dev.ingest.workbook.xlsx;

import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.testkit.workbook.ZipItem;
import dev.ingest.workbook.CellAddress;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Sound sheets as no library writes them but the standard allows: prefixes, single quotes, odd
 * white space, CDATA, comments, instructions, cells and rows without references, inline and
 * computed text, entities, escapes; in zips that are stored, deflated or streamed.
 *
 * <p>Left out is what Apache POI reads otherwise, wrongly: cells of type {@code d} (refused by it),
 * booleans {@code true} and {@code false} (false to it), empty values of numbers and formulas (0 to
 * it), formats 27 to 36 and 50 to 58 (no dates to it), Strict (refused by it).
 */
final class SoundSheets {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  /** Index 0 and 1 of the shared strings. */
  private static final List<String> STRINGS = List.of("zero", "one & <two>");

  private SoundSheets() {}

  /** A sheet in a workbook; style 1 is a date. */
  record Book(String sheet, Zip zip, boolean date1904) {

    byte[] xlsx() {
      WorkbookBuilder builder =
          WorkbookBuilder.workbook()
              .sheet("data")
              .sheet("strings")
              .row(STRINGS.get(0), STRINGS.get(1))
              .part("xl/worksheets/sheet1.xml", sheet);
      if (date1904) {
        builder.date1904();
      }
      return switch (zip) {
        case STORED -> builder.stored().bytes();
        case DEFLATED -> builder.bytes();
        case STREAMED -> builder.zip().changeAll(ZipItem::streamed).bytes();
      };
    }
  }

  /** How the parts are stored. */
  enum Zip {
    STORED,
    DEFLATED,
    STREAMED
  }

  /** Returns workbooks around the sheets. */
  static Arbitrary<Book> workbooks() {
    return Combinators.combine(xml(), Arbitraries.of(Zip.values()), Arbitraries.of(false, true))
        .as(Book::new);
  }

  /** Returns sheets. */
  static Arbitrary<String> xml() {
    return Combinators.combine(rows(), Arbitraries.of("", "", "", "x:"), heads(), tails())
        .as((rows, prefix, head, tail) -> sheet(head, prefix, rows, tail));
  }

  /** Names of elements are written with {@code @} where the prefix stands. */
  private static String sheet(String head, String prefix, String rows, String tail) {
    String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:x";
    return head
        + ("<@worksheet " + declaration + "=\"" + MAIN + "\"><@sheetData>" + rows)
            .concat("</@sheetData>" + tail + "</@worksheet>")
            .replace("@", prefix);
  }

  private static Arbitrary<String> heads() {
    return Arbitraries.of(
        "",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n",
        "<?xml version='1.0'?><!-- by hand --><?pi?>\n");
  }

  private static Arbitrary<String> tails() {
    return Arbitraries.of(
        "",
        "\n",
        "<!-- end -->",
        "<@pageMargins left=\"0.7\" right='0.7' top=\"1\" bottom=\"1\" header=\"0\" footer=\"0\"/>");
  }

  private static Arbitrary<String> rows() {
    return row().list().ofMaxSize(6).map(SoundSheets::numbered);
  }

  private record Row(
      String attributes, String gap, boolean numbered, int skipped, List<Cell> cells) {}

  private record Cell(String attributes, String content, boolean referenced, int skipped) {}

  /** Gives rows and cells ascending references, or none where they follow the last. */
  private static String numbered(List<Row> rows) {
    StringBuilder all = new StringBuilder();
    int number = 0;
    for (Row row : rows) {
      int skipped = row.numbered() ? row.skipped() : 0;
      number += 1 + skipped;
      all.append("<@row").append(row.numbered() ? " r=\"" + number + "\"" : "");
      all.append(row.attributes()).append('>').append(row.gap());
      int column = 0;
      for (Cell cell : row.cells()) {
        column += 1 + (cell.referenced() ? cell.skipped() : 0);
        all.append("<@c");
        if (cell.referenced()) {
          String name = CellAddress.columnName(column);
          all.append(" r=\"").append(name).append(number).append('"');
        }
        all.append(cell.attributes());
        all.append(cell.content().isEmpty() ? "/>" : ">" + cell.content() + "</@c>");
        all.append(row.gap());
      }
      all.append("</@row>");
    }
    return all.toString();
  }

  private static Arbitrary<Row> row() {
    Arbitrary<String> attributes =
        Arbitraries.of(
            "",
            "",
            " spans=\"1:9\"",
            " hidden=\"1\"",
            " hidden='1'",
            " ht = \"12.5\" ",
            "\n\tht='9'");
    Arbitrary<String> gaps =
        Arbitraries.of("", "", "", "\n  ", "\r\n\t", "<!-- <c r=\"Z9\"/> -->", "<?pi <row?>");
    return Combinators.combine(
            attributes,
            gaps,
            Arbitraries.of(true, true, false),
            Arbitraries.of(0, 0, 0, 1, 100),
            cells().list().ofMaxSize(5))
        .as(Row::new);
  }

  private static Arbitrary<Cell> cells() {
    return Arbitraries.oneOf(
        cell(
            Arbitraries.of("", " s=\"0\"", " s='1'", " s=\"1\" t=\"n\"", " t='n'"),
            Arbitraries.oneOf(
                Arbitraries.of("", "<@f>1+1</@f>", "<@f t='shared' si=\"0\">A1</@f>"), numbers())),
        cell(Arbitraries.of(" t=\"b\"", " t='b'"), Arbitraries.of("<@v>0</@v>", "<@v>1</@v>")),
        cell(
            Arbitraries.of(" t=\"e\"", "\n t='e' s=\"1\""),
            Arbitraries.of("<@v>#N/A</@v>", "<@v>#DIV/0!</@v>", "<@f>NA()</@f><@v>#N/A</@v>")),
        cell(Arbitraries.of(" t=\"s\""), Arbitraries.of("<@v>0</@v>", "<@v>1</@v>")),
        cell(
            Arbitraries.of(" t=\"str\"", " t = 'str' "),
            text().map(text -> "<@f>A1</@f><@v>" + text + "</@v>")),
        cell(
            Arbitraries.of(" t=\"inlineStr\""),
            Arbitraries.oneOf(
                text().map(text -> "<@is><@t xml:space='preserve'>" + text + "</@t></@is>"),
                text()
                    .map(
                        text ->
                            "<@is><@r><@t>"
                                + text
                                + "</@t></@r><@r><@rPr><@b/></@rPr><@t>x</@t></@r></@is>"),
                text()
                    .map(
                        text ->
                            "<@is>\n<@t>"
                                + text
                                + "</@t><@rPh sb=\"0\" eb=\"1\"><@t>ph</@t></@rPh></@is>"))));
  }

  private static Arbitrary<Cell> cell(Arbitrary<String> attributes, Arbitrary<String> content) {
    return Combinators.combine(
            attributes, content, Arbitraries.of(true, true, true, false), Arbitraries.of(0, 0, 2))
        .as(Cell::new);
  }

  private static Arbitrary<String> numbers() {
    Arbitrary<String> plain =
        Arbitraries.oneOf(
            PoiWorkbooks.numbers().map(number -> Double.toString(number)),
            Arbitraries.longs().map(number -> Long.toString(number)),
            Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(25),
            Combinators.combine(
                    Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(18),
                    Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(18),
                    Arbitraries.of("", "", "", "E3", "e-7", "E+10"))
                .as((whole, decimals, exponent) -> whole + "." + decimals + exponent));
    Arbitrary<String> odd =
        Arbitraries.of(" 1 ", "1<!-- 2 -->5", "<![CDATA[7]]>", "&#49;2", "\n3\n", "+4", ".5", "5.");
    return Arbitraries.frequencyOf(Tuple.of(9, plain), Tuple.of(1, odd))
        .map(number -> "<@v>" + number + "</@v>");
  }

  private static Arbitrary<String> text() {
    return Arbitraries.of(
            "a",
            " ",
            "é",
            "日本",
            "\ud83d\ude00",
            "&amp;",
            "&lt;&gt;",
            "&#65;",
            "&#x1F600;",
            "&quot;'\"",
            "_x0041_",
            "_x000D_",
            "_x12_",
            "_x005F_",
            "\n",
            "\r\n",
            "\t",
            "<![CDATA[<b>&]]>",
            "<!-- c -->",
            "<?pi?>",
            "]]&gt;")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(pieces -> String.join("", pieces));
  }
}
