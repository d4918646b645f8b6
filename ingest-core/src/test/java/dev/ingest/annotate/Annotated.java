package dev.ingest.annotate;

import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.WorkbookSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes annotated workbooks, and looks at them with another library. */
final class Annotated {

  private static final Round ROUND = new Round("data", 1, List.of(1), true, false, false);

  private Annotated() {}

  static Marks marks(String... cells) {
    Marks marks = new Marks(AnnotationLimits.defaults().problems());
    for (String cell : cells) {
      CellRange at = CellRange.parse("data!" + cell);
      marks.add(problem(new CellAddress("data", at.firstRow(), at.firstColumn())));
    }
    return marks;
  }

  static Problem problem(CellAddress at) {
    return new Problem(
        ProblemCode.NOT_A_NUMBER,
        at,
        "value",
        "Value",
        "=oops",
        "expected a number at " + at.a1(),
        "enter <digits>");
  }

  static String note(String cell) {
    return "[ingest] expected a number at " + cell + "\nenter <digits>";
  }

  static byte[] annotate(byte[] workbook, String... cells) throws IOException {
    return annotate(workbook, marks(cells), ROUND, AnnotationLimits.defaults());
  }

  static byte[] annotate(byte[] workbook, Marks marks, Round round, AnnotationLimits limits)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WorkbookSource source = WorkbookSource.of("upload.xlsx", workbook);
    try (AnnotatedWorkbook copy =
        AnnotatedWorkbook.of(source, ReadOptions.defaults(), marks, round, limits)) {
      copy.writeTo(out);
    }
    return out.toByteArray();
  }

  /** Returns the parts by name, in the file's order. */
  static Map<String, String> parts(byte[] workbook) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  /** Opens a workbook with Apache POI. */
  static XSSFWorkbook open(byte[] workbook) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(workbook));
  }

  /** Returns the notes of a sheet by cell. */
  static Map<String, String> notes(byte[] workbook, String sheet) throws IOException {
    Map<String, String> notes = new TreeMap<>();
    try (XSSFWorkbook book = open(workbook)) {
      book.getSheet(sheet)
          .getCellComments()
          .forEach((at, note) -> notes.put(at.formatAsString(), text(note)));
    }
    return notes;
  }

  private static String text(Comment note) {
    return note.getString().getString();
  }

  /** Returns the colours of the filled cells of a sheet. */
  static Map<String, String> fills(byte[] workbook, String sheet) throws IOException {
    Map<String, String> fills = new TreeMap<>();
    try (XSSFWorkbook book = open(workbook)) {
      XSSFSheet opened = book.getSheet(sheet);
      opened.forEach(
          row ->
              row.forEach(
                  cell -> {
                    if (cell.getCellStyle().getFillPattern() == FillPatternType.SOLID_FOREGROUND) {
                      fills.put(cell.getAddress().formatAsString(), colour((XSSFCell) cell));
                    }
                  }));
    }
    return fills;
  }

  private static String colour(XSSFCell cell) {
    return cell.getCellStyle().getFillForegroundColorColor().getARGBHex();
  }
}
