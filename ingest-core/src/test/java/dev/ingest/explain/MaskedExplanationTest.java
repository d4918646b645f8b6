package dev.ingest.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.report.ExplanationJson;
import dev.ingest.report.ExplanationText;
import dev.ingest.row.Matches;
import dev.ingest.row.RowSchema;
import dev.ingest.row.Sensitive;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.SheetSelector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of sensitive columns are nowhere in an explanation, unless somebody asks for them. */
class MaskedExplanationTest {

  /** Somebody. */
  record Person(
      String city, @Sensitive @Matches("[A-Z]{2}[0-9]+") String iban, @Sensitive int pin) {}

  private static final Pipeline<Person> PEOPLE =
      Pipeline.of(
              "people", RowSchema.of(Person.class), LoadPlan.into(TableName.parse("t")).append())
          .build();

  private static final byte[] FILE =
      WorkbookBuilder.workbook()
          .sheet("data")
          .row("secret title", "secret note", "secret too")
          .row("city", "iban", "pin")
          .row("Paris", "FR761234", 4711)
          .row("Rome", "secret", 8.15)
          .bytes();

  private static CellExplanation explained(String address) {
    return Explanations.of("people.xlsx", FILE, PEOPLE, CellQuestion.at(address));
  }

  /** Returns the text without the hashes, whose key is another each time. */
  private static String text(String address) {
    String text = ExplanationText.of(explained(address)) + "\n";
    return text.replaceAll("hash [0-9a-f]{6}", "hash xxxxxx");
  }

  @Test
  void theWholeTextOfAProblem() {
    assertThat(text("B4"))
        .isEqualTo(
            """
            cell      data!B4
            file      people.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      *****
            string    *****
            style     0, number format 0 (built in), General
            format    number
            kind      text
            raw       ***** (6 characters, hash xxxxxx)
            place     data, pipeline people
            column    iban: String, matching [A-Z]{2}[0-9]+, sensitive
            header    "iban" at B2, exact
            step 1    text: ***** -> *****
            step 2    rule matching [A-Z]{2}[0-9]+: ***** -> PATTERN_MISMATCH, expected text that matches [A-Z]{2}[0-9]+, found *****
            problem   PATTERN_MISMATCH, data!B4 (iban): expected text that matches [A-Z]{2}[0-9]+, found ***** (6 characters, hash xxxxxx)
            row       rejected
                      NOT_AN_INTEGER, data!C4 (pin): expected an integer, found ***** (4 characters, hash xxxxxx)
            """);
  }

  @Test
  void theWholeTextOfAValue() {
    assertThat(text("C3"))
        .isEqualTo(
            """
            cell      data!C3
            file      people.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      *****
            style     0, number format 0 (built in), General
            format    number
            kind      number
            raw       ***** (4 characters, hash xxxxxx)
            place     data, pipeline people
            column    pin: Integer, sensitive
            header    "pin" at C2, exact
            step 1    int: ***** -> *****
            value     ***** (4 characters, hash xxxxxx)
            row       accepted
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A3", "B3", "C3", "A4", "B4", "C4", "B1", "C1", "D4"})
  void noSecretIsShown(String address) {
    CellExplanation explanation = explained(address);

    for (String shown :
        List.of(ExplanationText.of(explanation), ExplanationJson.pretty(explanation))) {
      assertThat(shown).doesNotContain("FR76", "4711", "secret", "8.15");
    }
  }

  @Test
  void whereNoTableIsFoundAllIsHiddenSinceNothingTellsWhatIsSensitive() {
    byte[] other = WorkbookBuilder.workbook().sheet("data").row("town").row("FR761234").bytes();

    CellExplanation explanation =
        Explanations.of("people.xlsx", other, PEOPLE, CellQuestion.at("A2"));

    assertThat(explanation.cell().raw()).isEqualTo("*****");
    assertThat(ExplanationText.of(explanation)).doesNotContain("FR76");
  }

  @Test
  void outsideOfTheRangeNothingTellsEither() {
    Pipeline<Person> range = PEOPLE.withSheet(SheetSelector.range("data!A2:C3"));

    CellExplanation explanation =
        Explanations.of("people.xlsx", FILE, range, CellQuestion.at("B4"));

    assertThat(explanation.place()).isEqualTo(CellPlace.OUTSIDE_RANGE);
    assertThat(ExplanationText.of(explanation)).doesNotContain("secret");
  }

  @Test
  void whoAsksSeesIt() {
    CellExplanation explanation =
        Explanations.of("people.xlsx", FILE, PEOPLE, CellQuestion.at("B3").showingSensitive());

    assertThat(explanation.result().value()).isEqualTo("FR761234");
    assertThat(ExplanationText.of(explanation)).doesNotContain("***");
  }
}
