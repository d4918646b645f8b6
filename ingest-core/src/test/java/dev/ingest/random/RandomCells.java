package dev.ingest.random;

import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.CellXml;
import java.time.LocalDate;
import java.time.LocalDateTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/**
 * Cells for properties, by what they suit: the plain, and the oddities that a sheet may hold. Each
 * is a value that a {@link dev.ingest.testkit.workbook.WorkbookBuilder} takes.
 */
public final class RandomCells {

  private RandomCells() {}

  /** Texts: short ones that repeat, and what a delimited file must quote. */
  public static Arbitrary<Object> texts() {
    Arbitrary<Object> chosen =
        Arbitraries.of(
            "UK",
            "FR",
            "Île",
            "日本",
            "a b",
            " edge ",
            "\u00a0nbsp",
            "\u2003wide",
            "–dash–",
            "a,b",
            "say \"x\"",
            "two\nlines",
            "\\.",
            "_x0041_",
            "_x000D_a",
            "_xD83D_",
            "a_b",
            "&<>",
            "🙂",
            "",
            "  ",
            CellXml.inline("in line"),
            CellXml.inline(" "));
    return Arbitraries.oneOf(chosen, chosen, quotedTexts().map(text -> (Object) text));
  }

  /** What a delimited file must quote, and escapes and references that become such. */
  private static Arbitrary<String> quotedTexts() {
    return Arbitraries.of("\"", ",", "\\", "\n", "\r", "_x000D_", "&", "a", "é", "_", " ")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(parts -> "x" + String.join("", parts) + "y")
        .flatMap(text -> Arbitraries.of(text, text.substring(1), text.replace('y', '"')));
  }

  /** Numbers as files write them. */
  public static Arbitrary<Object> numbers() {
    Arbitrary<Object> written =
        Arbitraries.of(
                "0",
                "-0",
                "1",
                "007",
                "1.50",
                ".5",
                "5.",
                "-12.25",
                "1E3",
                "1.5e-7",
                " 5 ",
                "123456789012345",
                "1234567890123456",
                "123456789.123456789",
                "0.63400000000000001",
                "274.66000000000003",
                "1e300",
                "99.99999999999999")
            .map(number -> CellXml.of("<v>" + number + "</v>"));
    return Arbitraries.oneOf(
        written, Arbitraries.doubles().between(-1e6, 1e6).ofScale(6).map(d -> (Object) d));
  }

  /** Integers at the edges of the types, and some that are none. */
  public static Arbitrary<Object> integers() {
    return Arbitraries.of(
            "0",
            "1",
            "-1",
            "127",
            "128",
            "-32768",
            "2147483647",
            "-2147483648",
            "2147483648",
            "9007199254740992",
            "9007199254740993",
            "123456789012345678",
            "1E16",
            "5.0",
            "1.5",
            "-0")
        .map(number -> CellXml.of("<v>" + number + "</v>"));
  }

  /** Days, and serials that are none. */
  public static Arbitrary<Object> days() {
    return Arbitraries.of(
        LocalDate.of(2020, 2, 1),
        LocalDate.of(2020, 2, 1),
        LocalDate.of(2020, 1, 31),
        CellXml.styled("43862.0", 1),
        CellXml.styled("60", 1),
        CellXml.styled("43862.5", 1),
        CellXml.of("<v>43862</v>"),
        new CellXml("t=\"d\"", "<v>2020-02-01</v>"),
        "2020-02-01");
  }

  /** Dates with time, some of which the clocks of Berlin skip or show twice. */
  public static Arbitrary<Object> datesWithTime() {
    return Arbitraries.of(
        LocalDateTime.of(2020, 2, 1, 19, 0),
        LocalDateTime.of(2020, 2, 1, 0, 0),
        LocalDateTime.of(2020, 2, 1, 23, 59, 59, 999_000_000),
        LocalDateTime.of(2020, 3, 29, 2, 30),
        LocalDateTime.of(2020, 10, 25, 2, 30),
        CellXml.styled("43862.79166666667", 2),
        new CellXml("t=\"d\"", "<v>2020-02-01T19:00:00</v>"),
        "2020-02-01T19:00",
        "2020-02-01T19:00+01:00");
  }

  /** Parts of a day, and days that pass one. */
  public static Arbitrary<Object> times() {
    return Arbitraries.of(
        CellXml.styled("0.5", 2),
        CellXml.styled("0.79166666666666663", 2),
        CellXml.styled("0.99999999999", 2),
        CellXml.styled("0", 1),
        CellXml.styled("1.25", 2),
        "19:00",
        "19.00",
        "PT1H30M",
        0.5);
  }

  /** TRUE and FALSE. */
  public static Arbitrary<Object> logicals() {
    return Arbitraries.of(true, false);
  }

  /** Values that are written as text, and texts that mean absent. */
  public static Arbitrary<Object> written() {
    return Arbitraries.of(
        "-",
        "n/a",
        "yes",
        "no",
        "RED",
        "red",
        "oops",
        "7",
        "1.234,5",
        "12,5 %",
        "3,50 EUR",
        "01.02.2020",
        "3/4/2020",
        "13/4/2020",
        "4/13/2020");
  }

  /** What suits no type: errors, formulas without a value, serials that fall on no day. */
  public static Arbitrary<Object> odd() {
    return Arbitraries.of(
        CellError.NA,
        CellError.NA,
        CellError.REF,
        CellXml.uncalculated("1+1"),
        CellXml.styled("60", 1),
        CellXml.styled("-1", 1));
  }

  /** Cells of all kinds. */
  public static Arbitrary<@Nullable Object> any() {
    Arbitrary<Object> all =
        Arbitraries.oneOf(
            texts(),
            numbers(),
            integers(),
            days(),
            datesWithTime(),
            times(),
            logicals(),
            written(),
            odd());
    return all.map(cell -> (@Nullable Object) cell).injectNull(0.2);
  }

  /** The one in nineteen of twenty cases, the other in the rest. */
  public static Arbitrary<@Nullable Object> mostly(
      Arbitrary<? extends @Nullable Object> usual, Arbitrary<? extends @Nullable Object> other) {
    return Arbitraries.integers()
        .between(0, 19)
        .flatMap(n -> (n == 0 ? other : usual).map(value -> (@Nullable Object) value));
  }
}
