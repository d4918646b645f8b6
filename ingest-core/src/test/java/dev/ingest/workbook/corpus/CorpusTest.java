package dev.ingest.workbook.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ingest.workbook.CellValue;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookSource;
import dev.ingest.workbook.corpus.CorpusCells.Place;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every workbook of the corpus: the cells that independent readers agree on, or the refusal. */
class CorpusTest {

  /**
   * Its {@code workbookPr date1904="1"} stands in a comment, so it is not there (XML 1.0, 2.5) and
   * dates count from 1900, as the file's name says too. The agreed dates are those of readers that
   * look for the attribute without parsing; the agreed numbers are right.
   */
  private static final String DATE_1904_IN_A_COMMENT = "a4d03d-Date1900.xlsx";

  /**
   * Its record DATE1904 is 1 once it is decrypted; the agreed dates are those of readers that do
   * not decrypt that record, whose code page is as odd as the agreed one. The agreed numbers are
   * right.
   */
  private static final String DATE_1904_IN_CIPHER = "90bc00-encrypted_no_password.xls";

  private static final Set<String> DATES_BY_NUMBER =
      Set.of(DATE_1904_IN_A_COMMENT, DATE_1904_IN_CIPHER);

  /**
   * Its {@code office:value}s have 16 and 17 digits, and these are the numbers (OpenDocument 1.2,
   * 19.385). The agreed ones were rounded to 15 digits, some were calculated anew.
   */
  private static final String DIGITS_CUT = "0d605d-formula_stress_test.ods";

  /** What a person cannot act on: the name of an exception, a line of a stack trace. */
  private static final Pattern CRASH =
      Pattern.compile("[a-z]\\.\\w+(Exception|Error)\\b|\\sat [\\w.$]+\\(");

  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** What was read: names and visibilities of the sheets in their order, and the cells. */
  private record Found(Map<String, String> sheets, Map<Place, CellValue> cells) {}

  @TestFactory
  Stream<DynamicTest> everyFileHasTheAgreedCellsOrIsRefused() throws IOException {
    Corpus corpus = Corpus.required();
    return corpus.files().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.name() + ", " + file.expect(),
                    () -> assertTimeoutPreemptively(LONGEST, () -> check(corpus, file))));
  }

  @Test
  void theCorpusIsWhole() throws IOException {
    assertThat(Corpus.required().files()).hasSize(146);
  }

  private static void check(Corpus corpus, CorpusFile file) throws IOException {
    Found found;
    try {
      found = read(corpus, file);
    } catch (WorkbookException refusal) {
      assertThat(refusal.getMessage())
          .isNotBlank()
          .hasSizeLessThan(4000)
          .doesNotContainPattern(CRASH)
          .containsPattern(file.message());
      assertThat(file.expect()).as(refusal.getMessage()).isNotEqualTo("ok");
      return;
    }
    assertThat(file.expect()).as("what a file that was read expects").isNotEqualTo("error");
    if (!file.expect().equals("safe")) {
      compare(corpus.expected(file), file, found);
    }
  }

  private static void compare(CorpusCells agreed, CorpusFile file, Found found) {
    CorpusCells dated =
        DATES_BY_NUMBER.contains(file.name()) ? agreed.withNumbersOfDates() : agreed;
    CorpusCells expected = file.name().equals(DIGITS_CUT) ? dated.withFewerDigits() : dated;
    Found named =
        file.anySheetNames() ? renamed(found, List.copyOf(expected.sheets().keySet())) : found;
    assertThat(named.sheets()).containsExactlyEntriesOf(expected.sheets());
    assertThat(expected.differences(named.cells())).isEmpty();
  }

  private static Found renamed(Found found, List<String> names) {
    List<String> old = List.copyOf(found.sheets.keySet());
    assertThat(old).hasSameSizeAs(names);
    Map<String, String> sheets = new LinkedHashMap<>();
    found.sheets.forEach((name, state) -> sheets.put(names.get(old.indexOf(name)), state));
    Map<Place, CellValue> cells = new HashMap<>();
    found.cells.forEach(
        (place, cell) ->
            cells.put(
                new Place(names.get(old.indexOf(place.sheet())), place.row(), place.column()),
                cell));
    return new Found(sheets, cells);
  }

  private static Found read(Corpus corpus, CorpusFile file) {
    Found found = new Found(new LinkedHashMap<>(), new HashMap<>());
    try (Workbook workbook =
        Workbook.open(WorkbookSource.of(corpus.workbook(file)), file.options())) {
      for (Sheet sheet : workbook.sheets()) {
        if (!file.optionalSheets().contains(sheet.name())) {
          found.sheets.put(sheet.name(), sheet.visibility().label());
          read(sheet, found.cells);
        }
      }
    }
    return found;
  }

  private static void read(Sheet sheet, Map<Place, CellValue> cells) {
    try (SheetRows rows = sheet.rows()) {
      for (SheetRow row = rows.next(); row != null; row = rows.next()) {
        for (int i = 0; i < row.size(); i++) {
          CellValue value = row.at(i).snapshot();
          if (hasValue(value)) {
            cells.put(new Place(sheet.name(), row.number(), row.at(i).column()), value);
          }
        }
      }
    }
  }

  /** Neither blank, nor empty text, nor a formula without a value. */
  private static boolean hasValue(CellValue value) {
    return !(value instanceof CellValue.Blank
        || value instanceof CellValue.Uncalculated
        || value.equals(new CellValue.Text("")));
  }
}
