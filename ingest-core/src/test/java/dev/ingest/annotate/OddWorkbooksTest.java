package dev.ingest.annotate;

import static dev.ingest.annotate.Annotated.annotate;
import static dev.ingest.annotate.Annotated.fills;
import static dev.ingest.annotate.Annotated.note;
import static dev.ingest.annotate.Annotated.notes;
import static dev.ingest.annotate.Annotated.open;
import static dev.ingest.annotate.Annotated.parts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.WorkbookSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Workbooks as other programs write them, and as they come back. */
class OddWorkbooksTest {

  private static final String RED = "FFFFC7CF";

  private static WorkbookBuilder plain() {
    return WorkbookBuilder.workbook()
        .sheet("data")
        .row("city", "value")
        .row("Paris", 1)
        .row("Rome", 2);
  }

  @Test
  void notesOfPeopleStay() throws Exception {
    byte[] upload = withNotes(Map.of("A1", "ask Ann", "B2", "from the old system"));

    byte[] copy = annotate(upload, "B2", "B3");
    byte[] corrected = annotate(copy);

    assertThat(notes(copy, "data"))
        .isEqualTo(
            Map.of("A1", "ask Ann", "B2", "from the old system\n" + note("B2"), "B3", note("B3")));
    assertThat(notes(corrected, "data")).isEqualTo(notes(upload, "data"));
    assertThat(fills(corrected, "data")).isEmpty();
  }

  /** Excel shows no note without a shape: POI counts those in the drawing. */
  @Test
  void eachNoteHasAShape() throws Exception {
    String drawing = drawing(annotate(withNotes(Map.of("A1", "ask Ann")), "B2", "B3"));
    String corrected = drawing(annotate(annotate(withNotes(Map.of("A1", "ask Ann")), "B2"), "B3"));

    assertThat(drawing.split("ObjectType=\"Note\"", -1)).hasSize(4);
    assertThat(drawing).contains("<x:Row>2</x:Row><x:Column>1</x:Column>");
    assertThat(
            Pattern.compile("id=\"(_x0000_s\\d+)\"")
                .matcher(drawing)
                .results()
                .map(id -> id.group(1)))
        .hasSize(3)
        .doesNotHaveDuplicates();
    assertThat(corrected.split("ObjectType=\"Note\"", -1)).hasSize(3);
  }

  private static String drawing(byte[] workbook) throws Exception {
    return parts(workbook).entrySet().stream()
        .filter(part -> part.getKey().endsWith(".vml"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFillThatWasThereComesBack() throws Exception {
    byte[] upload = withYellow("B2");

    byte[] copy = annotate(upload, "B2", "B3");

    assertThat(fills(copy, "data")).isEqualTo(Map.of("B2", "FFFFC7CD", "B3", RED));
    assertThat(fills(annotate(copy), "data")).isEqualTo(fills(upload, "data"));
    assertThat(fills(annotate(saved(copy)), "data")).isEqualTo(fills(upload, "data"));
  }

  @Test
  void marksAreKnownAfterAnotherProgramHasSavedThem() throws Exception {
    byte[] saved = saved(annotate(plain().bytes(), "B2", "A3"));

    byte[] twice = annotate(saved, "B3");

    assertThat(notes(twice, "data")).isEqualTo(Map.of("B3", note("B3")));
    assertThat(fills(twice, "data")).isEqualTo(Map.of("B3", RED));
    try (XSSFWorkbook book = open(twice)) {
      assertThat(book.getNumberOfSheets()).isEqualTo(2);
      assertThat(book.getSheet("Problems")).isNotNull();
    }
  }

  @Test
  void aSheetOfThatNameStays() throws Exception {
    byte[] upload = plain().sheet("problems").row("mine").bytes();

    byte[] copy = annotate(annotate(upload, "B2"), "B3");

    try (XSSFWorkbook book = open(copy)) {
      assertThat(book.getSheetAt(1).getRow(0).getCell(0).getStringCellValue()).isEqualTo("mine");
      assertThat(book.getSheetAt(2).getSheetName()).isEqualTo("Problems 2");
      assertThat(book.getNumberOfSheets()).isEqualTo(3);
    }
  }

  @Test
  void namesOfPeopleStayAndCountTheirSheets() throws Exception {
    byte[] upload =
        plain()
            .sheet("other")
            .row(1)
            .edit(
                "xl/workbook.xml",
                xml ->
                    xml.replace(
                        "</workbook>",
                        "<definedNames><definedName name=\"rate\">other!$A$1</definedName>"
                            + "<definedName name=\"local\" localSheetId=\"1\">other!$A$1</definedName>"
                            + "</definedNames><calcPr calcId=\"1\"/></workbook>"))
            .bytes();

    try (XSSFWorkbook book = open(annotate(annotate(upload, "B2")))) {
      assertThat(book.getAllNames())
          .extracting(name -> name.getNameName() + " " + name.getSheetIndex())
          .containsExactly("rate -1", "local 1");
    }
  }

  @Test
  void prefixesAreTakenOver() throws Exception {
    UnaryOperator<String> prefixed =
        xml -> xml.replaceAll("<(/?)(?![?/])", "<$1x:").replace("xmlns=", "xmlns:x=");
    byte[] upload =
        plain()
            .edit("xl/worksheets/sheet1.xml", prefixed)
            .edit("xl/workbook.xml", prefixed)
            .edit("xl/styles.xml", prefixed)
            .bytes();

    byte[] copy = annotate(upload, "B2", "C3", "A7");

    assertThat(fills(copy, "data")).isEqualTo(Map.of("B2", RED, "C3", RED, "A7", RED));
    assertThat(notes(copy, "data").keySet()).containsExactly("A7", "B2", "C3");
    assertThat(fills(annotate(copy), "data")).isEmpty();
  }

  @Test
  void strictWorkbooksStayStrict() throws Exception {
    UnaryOperator<String> strict =
        xml ->
            xml.replace(
                    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                    "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replace(
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    "http://purl.oclc.org/ooxml/officeDocument/relationships");
    byte[] upload =
        plain()
            .edit("xl/worksheets/sheet1.xml", strict)
            .edit("xl/workbook.xml", strict)
            .edit("xl/styles.xml", strict)
            .edit("xl/sharedStrings.xml", strict)
            .edit("xl/_rels/workbook.xml.rels", strict)
            .edit("_rels/.rels", strict)
            .bytes();

    Map<String, String> copy = parts(annotate(upload, "B2"));

    assertThat(copy.values()).noneMatch(part -> part.contains("2006/main"));
    assertThat(copy.get("xl/comments1.xml")).contains("purl.oclc.org/ooxml/spreadsheetml/main");
    assertThat(copy.get("xl/worksheets/_rels/sheet1.xml.rels"))
        .contains("http://purl.oclc.org/ooxml/officeDocument/relationships/comments");
  }

  /** What may stand behind the notes' drawing in a sheet does, and nothing else. */
  @Test
  void theDrawingIsNamedWhereTheFormatWantsIt() throws Exception {
    byte[] upload =
        plain()
            .edit(
                "xl/worksheets/sheet1.xml",
                xml ->
                    xml.replace(
                        "</sheetData>",
                        "</sheetData><sheetProtection sheet=\"1\"/><pageMargins left=\"1\" right=\"1\""
                            + " top=\"1\" bottom=\"1\" header=\"1\" footer=\"1\"/><extLst/>"))
            .bytes();

    assertThat(parts(annotate(upload, "B2")).get("xl/worksheets/sheet1.xml"))
        .contains("<sheetProtection sheet=\"1\"/><pageMargins")
        .containsPattern("footer=\"1\"/><legacyDrawing [^>]*/><extLst/></worksheet>");
  }

  @Test
  void cellsThatAreNotStoredHaveTheLookOfTheirColumn() throws Exception {
    byte[] upload =
        plain()
            .edit(
                "xl/worksheets/sheet1.xml",
                xml ->
                    xml.replace(
                        "<sheetData>",
                        "<cols><col min=\"3\" max=\"4\" width=\"9\" style=\"1\"/></cols><sheetData>"))
            .bytes();

    try (XSSFWorkbook book = open(annotate(upload, "C2"))) {
      XSSFCell cell = book.getSheet("data").getRow(1).getCell(2);
      assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("yyyy\\-mm\\-dd");
      assertThat(cell.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
    }
  }

  @Test
  void rowsAndCellsWithoutReferencesAreCounted() throws Exception {
    byte[] upload =
        WorkbookBuilder.workbook()
            .sheet("data")
            .rawRow("<row><c t=\"inlineStr\"><is><t>city</t></is></c></row>")
            .rawRow("<row><c><v>1</v></c><c><v>2</v></c></row>")
            .rawRow("<row/>")
            .bytes();

    assertThat(fills(annotate(upload, "B2", "A3", "C2", "B4"), "data").keySet())
        .containsExactly("A3", "B2", "B4", "C2");
  }

  @Test
  void anEmptySheetTakesMarks() throws Exception {
    byte[] upload =
        WorkbookBuilder.workbook()
            .sheet("data")
            .edit(
                "xl/worksheets/sheet1.xml",
                xml -> xml.replace("<sheetData></sheetData>", "<sheetData/>"))
            .bytes();

    assertThat(fills(annotate(upload, "B2"), "data")).isEqualTo(Map.of("B2", RED));
  }

  @Test
  void aWorkbookWithoutStylesGetsSome() throws Exception {
    byte[] upload =
        plain()
            .without("xl/styles.xml")
            .edit(
                "xl/_rels/workbook.xml.rels",
                xml -> xml.replaceAll("<Relationship [^>]*styles[^>]*>", ""))
            .edit("[Content_Types].xml", xml -> xml.replaceAll("<Override [^>]*styles[^>]*>", ""))
            .bytes();

    assertThat(fills(annotate(upload, "B2"), "data")).isEqualTo(Map.of("B2", RED));
  }

  @Test
  void datesThatCountFrom1904Stay() throws Exception {
    byte[] upload =
        WorkbookBuilder.workbook()
            .date1904()
            .sheet("data")
            .row("day")
            .row(LocalDate.of(2020, 2, 1))
            .bytes();

    try (XSSFWorkbook book = open(annotate(upload, "A2"));
        XSSFWorkbook part =
            open(
                annotate(
                    upload,
                    Annotated.marks("A2"),
                    new Round("data", 1, List.of(1), true, false, false),
                    new AnnotationLimits(1, 9)))) {
      assertThat(book.getSheet("data").getRow(1).getCell(0).getLocalDateTimeCellValue())
          .hasToString("2020-02-01T00:00");
      assertThat(part.getSheet("data").getRow(1).getCell(0).getLocalDateTimeCellValue())
          .hasToString("2020-02-01T00:00");
    }
  }

  @Test
  void macroWorkbooksKeepTheirExtension() {
    byte[] upload =
        plain()
            .edit(
                "[Content_Types].xml",
                xml ->
                    xml.replace(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml"))
            .bytes();

    assertThat(extension("a.xlsm", upload)).isEqualTo("xlsm");
    assertThat(extension("a.xlsx", plain().bytes())).isEqualTo("xlsx");
  }

  private static String extension(String name, byte[] upload) {
    try (AnnotatedWorkbook copy =
        AnnotatedWorkbook.of(
            WorkbookSource.of(name, upload),
            ReadOptions.defaults(),
            Annotated.marks("B2"),
            new Round("data", 1, List.of(1), true, false, false),
            AnnotationLimits.defaults())) {
      return copy.extension();
    }
  }

  @Test
  void otherFormatsBecomeAWorkbookOfTheBadRows() throws Exception {
    byte[] csv = "city,value\nParis,1\n=cmd|' /C calc'!A0,+2\n".getBytes(StandardCharsets.UTF_8);
    Round round = new Round("upload", 1, List.of(1), true, false, false);
    Marks marks = new Marks(9);
    marks.add(Annotated.problem(new dev.ingest.workbook.CellAddress("upload", 3, 2)));

    byte[] copy = annotate(csv, marks, round, AnnotationLimits.defaults());

    assertThat(notes(copy, "upload")).isEqualTo(Map.of("B2", note("B3")));
    try (XSSFWorkbook book = open(copy)) {
      XSSFSheet data = book.getSheet("upload");
      assertThat(data.getPhysicalNumberOfRows()).isEqualTo(2);
      assertThat(data.getRow(1).getCell(0).getStringCellValue()).isEqualTo("=cmd|' /C calc'!A0");
      assertThat(data.getRow(1).getCell(0).getCellStyle().getQuotePrefixed()).isTrue();
      assertThat(data.getRow(1).getCell(1).getCellStyle().getQuotePrefixed()).isTrue();
      assertThat(book.getSheet("Problems").getRow(1).getCell(0).getStringCellValue())
          .contains("since the upload is a text file");
      assertThat(book.getSheet("Problems").getRow(4).getCell(0).getStringCellValue())
          .isEqualTo("upload!B3");
    }
  }

  private static byte[] withNotes(Map<String, String> notes) throws Exception {
    try (XSSFWorkbook book = open(plain().bytes())) {
      XSSFSheet sheet = book.getSheet("data");
      CreationHelper make = book.getCreationHelper();
      notes.forEach(
          (cell, text) -> {
            org.apache.poi.ss.util.CellAddress at = new org.apache.poi.ss.util.CellAddress(cell);
            ClientAnchor anchor = make.createClientAnchor();
            anchor.setRow1(at.getRow());
            anchor.setCol1(at.getColumn());
            Comment note = sheet.createDrawingPatriarch().createCellComment(anchor);
            note.setAuthor("Ann");
            note.setString(make.createRichTextString(text));
          });
      return bytes(book);
    }
  }

  private static byte[] withYellow(String cell) throws Exception {
    try (XSSFWorkbook book = open(plain().bytes())) {
      XSSFCellStyle yellow = book.createCellStyle();
      yellow.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      yellow.setFillForegroundColor(IndexedColors.YELLOW.getIndex());
      org.apache.poi.ss.util.CellAddress at = new org.apache.poi.ss.util.CellAddress(cell);
      book.getSheet("data").getRow(at.getRow()).getCell(at.getColumn()).setCellStyle(yellow);
      return bytes(book);
    }
  }

  private static byte[] saved(byte[] workbook) throws Exception {
    try (XSSFWorkbook book = open(workbook)) {
      return bytes(book);
    }
  }

  private static byte[] bytes(XSSFWorkbook book) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    book.write(out);
    return out.toByteArray();
  }
}
