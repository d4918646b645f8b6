package dev.ingest.testkit.workbook;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of {@link PlantedOrder}s with thirty mistakes, each of another kind and in a row of
 * its own, and what is said of each: for those who test how mistakes are told.
 */
public final class PlantedMistakes {

  private static final List<String> HEADERS =
      List.of(
          "id",
          "city",
          "note",
          "pieces",
          "weight",
          "amount",
          "currency",
          "day",
          "due",
          "paid",
          "at",
          "took",
          "colour",
          "moment");

  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);

  private static final List<PlantedMistake> ALL =
      List.of(
          new PlantedMistake(
              "id",
              null,
              "REQUIRED expected a value, found a blank cell; fill the cell, or declare the column nullable"),
          new PlantedMistake(
              "id",
              "ok-104",
              "PATTERN_MISMATCH expected text that matches [A-Z]{2}-[0-9]{3}, found text \"ok-104\""),
          new PlantedMistake(
              "id",
              "OK-100",
              "DUPLICATE_KEY expected each id once, found it in row 2, too; delete one of the two rows, or correct it"),
          new PlantedMistake(
              "city", "London", "NOT_IN_SET expected one of [Paris, Rome], found text \"London\""),
          new PlantedMistake(
              "city",
              CellXml.uncalculated("B2"),
              "UNCALCULATED expected text, found a formula that was saved without a value; open the workbook in Excel and save it, so that the formula is calculated"),
          new PlantedMistake(
              "note",
              "caf\u00e9 \u00e9t\u00e9",
              "TEXT_TOO_LONG expected text of at most 6 bytes of UTF-8, found text \"caf\u00e9 \u00e9t\u00e9\", which is 11 bytes of UTF-8"),
          new PlantedMistake(
              "pieces", "a dozen", "NOT_A_NUMBER expected a number, found text \"a dozen\""),
          new PlantedMistake(
              "pieces", 3.5, "NOT_AN_INTEGER expected an integer, found the number 3.5"),
          new PlantedMistake(
              "pieces",
              3_000_000_000L,
              "OUT_OF_RANGE expected an integer from -2147483648 to 2147483647, found the number 3000000000"),
          new PlantedMistake(
              "pieces", 0, "BELOW_MINIMUM expected a value of at least 1, found the number 0"),
          new PlantedMistake(
              "pieces", 101, "ABOVE_MAXIMUM expected a value of at most 100, found the number 101"),
          new PlantedMistake(
              "pieces", DAY, "DATE_NOT_NUMBER expected a number, found the date 43862"),
          new PlantedMistake(
              "weight", true, "NOT_A_NUMBER expected a number, found the boolean TRUE"),
          new PlantedMistake(
              "weight",
              CellError.DIV_0,
              "CELL_ERROR expected a number, found the error #DIV/0!; mend the formula, or declare what the error means for this column"),
          new PlantedMistake(
              "amount",
              1.234,
              "TOO_MANY_DECIMALS expected a number of at most 2 digits behind the point, found the number 1.234"),
          new PlantedMistake(
              "amount",
              12345,
              "OUT_OF_RANGE expected a number of at most 3 digits before the point, found the number 12345"),
          new PlantedMistake(
              "currency",
              "euro",
              "VALUE_REFUSED expected a currency, found text \"euro\" (no ISO 4217 code)"),
          new PlantedMistake(
              "day",
              "1 February",
              "NOT_A_DATE expected a date, found text \"1 February\"; enter it as a date, or as text like 2020-02-01"),
          new PlantedMistake(
              "day",
              CellXml.styled("60", 1),
              "BAD_SERIAL expected a date, found serial 60 is 1900-02-29, a day that never was; enter it as a date"),
          new PlantedMistake(
              "day",
              7,
              "BAD_SERIAL expected a date, found the number 7, which would be 1900-01-07; format the cell as a date if it is one"),
          new PlantedMistake(
              "day",
              LocalDateTime.of(2020, 2, 1, 19, 0),
              "TIME_IN_DATE expected a date, found the date with time 2020-02-01T19:00; take the time off, or declare the column a date with time"),
          new PlantedMistake(
              "day",
              LocalDate.of(2019, 12, 31),
              "BELOW_MINIMUM expected a value of at least 2020-01-01, found the date 2019-12-31"),
          new PlantedMistake(
              "due",
              "3/4/2020",
              "DATE_AMBIGUOUS expected one order of day and month in the column, found text \"3/4/2020\", and no cell that tells them apart; declare the order, or enter dates as dates"),
          new PlantedMistake(
              "due", LocalDate.of(2020, 1, 31), "ROW_REFUSED it is due before it is ordered"),
          new PlantedMistake(
              "paid", "maybe", "NOT_A_BOOLEAN expected TRUE or FALSE, found text \"maybe\""),
          new PlantedMistake(
              "at",
              "25:00",
              "NOT_A_TIME expected a time of day, found text \"25:00\"; enter it as a time below 24:00, or as text like 19:00"),
          new PlantedMistake(
              "took",
              2,
              "NOT_A_DURATION expected a duration, found the number 2; format the cell as [h]:mm if it counts days"),
          new PlantedMistake(
              "colour", "GREEN", "NOT_IN_SET expected one of [RED, BLUE], found text \"GREEN\""),
          new PlantedMistake(
              "moment",
              LocalDateTime.of(2020, 3, 29, 2, 30),
              "TIME_NOT_IN_ZONE expected a time that the clocks of Europe/Berlin show once, found 2020-03-29T02:30, which they skip; enter it as text with its offset, like 2020-02-01T19:00+01:00"),
          new PlantedMistake(
              "hidden",
              null,
              "HIDDEN_ROW expected rows that are shown, found a hidden one; show the row, or delete it"));

  private PlantedMistakes() {}

  /** Returns the mistakes in the order of their rows: the first is in row 3. */
  public static List<PlantedMistake> all() {
    return ALL;
  }

  /** Returns the workbook: a good row, and one for each mistake of which all else is good. */
  public static WorkbookBuilder workbook() {
    WorkbookBuilder book = WorkbookBuilder.workbook().sheet("data").row(HEADERS.toArray());
    book.row(row(0).toArray());
    for (PlantedMistake mistake : ALL) {
      List<@Nullable Object> row = row(ALL.indexOf(mistake) + 1);
      if (mistake.isHidden()) {
        book.hiddenRow(row.toArray());
      } else {
        row.set(HEADERS.indexOf(mistake.column()), mistake.planted());
        book.row(row.toArray());
      }
    }
    return book;
  }

  private static List<@Nullable Object> row(int number) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add("OK-" + (100 + number));
    row.addAll(List.of("Paris", "new", 12, 0.5, 9.95, "EUR", DAY, DAY.plusDays(14), true));
    row.addAll(List.of("10:30", "PT1H", "RED", "2020-02-01T10:00:00Z"));
    return row;
  }

  /** Returns what is said of each, with its cell: {@code A3 REQUIRED expected a value, …}. */
  public static List<String> expected() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ALL.size(); i++) {
      PlantedMistake mistake = ALL.get(i);
      int column = mistake.isOfTheRow() ? 0 : HEADERS.indexOf(mistake.column());
      lines.add("%s%s %s".formatted((char) ('A' + column), i + 3, mistake.problem()));
    }
    return List.copyOf(lines);
  }
}
