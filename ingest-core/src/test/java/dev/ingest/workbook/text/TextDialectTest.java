package dev.ingest.workbook.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookSource;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the delimiter and the charset of a text are found, and when they are not. */
class TextDialectTest {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final String DECLARE =
      "; declare the charset that the file has with ReadOptions.withCharset, windows-1252 for example";

  /** In the table \n ends a line and \t is a tab; B1 shows how the text was parted. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "a,b\\n1,2                       ! b",
        "a;b\\n1,5;2,5                   ! b",
        "a;b;c\\n1,5;2;3\\n1;2,5;3     ! b",
        "a\\tb\\n1,2\\t3             ! b",
        "a|b\\n1|2                       ! b",
        "\"a;b\",c\\n\"d;e\",f       ! c",
        "a,b\\n1\\n1,2,3               ! b",
        "a,b\\n1;2\\n                  ! b",
        "title\\na;b\\n1;2             ! ",
        "a                                 ! ",
        "a b\\n1 2                       ! ",
        "\\n\\na;b                     ! ",
      })
  void theDelimiterIsTheOneThatFits(String text, String second) {
    String cells = read(unescaped(text).getBytes(UTF_8), ReadOptions.defaults());

    assertThat(cells.contains("B1 \"" + second + "\"")).isEqualTo(second != null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "a,b;c\\n1,2;3           ! ',', ';'",
        "1,5;2,5\\n1,5;2,5       ! ',', ';'",
        "a,b|c\\n1               ! ',', '|'",
        "title\\na,b\\tc\\nd ! ',', tab",
      })
  void severalThatFitAreRefusedAndNoneIsGuessed(String text, String found) {
    assertThat(refusal(unescaped(text).getBytes(UTF_8), ReadOptions.defaults()))
        .hasMessage(
            "book.csv: expected one delimiter, found lines that "
                + found
                + " part alike; declare it with ReadOptions.withDelimiter");
  }

  @Test
  void aDeclaredDelimiterIsTaken() {
    byte[] text = "a,b;c\n".getBytes(UTF_8);

    assertThat(read(text, ReadOptions.defaults().withDelimiter(';')))
        .isEqualTo("A1 \"a,b\", B1 \"c\"");
    assertThat(read(text, ReadOptions.defaults().withDelimiter('^'))).isEqualTo("A1 \"a,b;c\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sep=;\n", "SEP=;\r\n"})
  void theHintOfExcelIsNoRow(String hint) {
    assertThat(read((hint + "a,b;c\n").getBytes(UTF_8), ReadOptions.defaults()))
        .isEqualTo("A1 \"a,b\", B1 \"c\"");
  }

  @Test
  void aLongTextIsJudgedByItsBeginning() {
    String lines = "name;value\n" + "location;\"1,5\n\";x\n".repeat(20_000);

    assertThat(read(lines.getBytes(UTF_8), ReadOptions.defaults().withCharset(UTF_8)))
        .startsWith("A1 \"name\", B1 \"value\"\nA2 \"location\", B2 \"1,5\n\", C2 \"x\"\nA3");
  }

  @Test
  void aByteOrderMarkDeclaresTheCharset() {
    String text = "\ufeffl\u00e4nge,🙂\n";
    String cells = "A1 \"l\u00e4nge\", B1 \"🙂\"";

    assertThat(read(text.getBytes(UTF_8), ReadOptions.defaults())).isEqualTo(cells);
    assertThat(read(text.getBytes(UTF_16LE), ReadOptions.defaults())).isEqualTo(cells);
    assertThat(read(text.getBytes(UTF_16BE), ReadOptions.defaults())).isEqualTo(cells);
    assertThat(read(text.getBytes(UTF_16LE), ReadOptions.defaults().withCharset(UTF_16)))
        .isEqualTo(cells);
    assertThat(read(text.getBytes(UTF_8), ReadOptions.defaults().withCharset(UTF_8)))
        .isEqualTo(cells);
  }

  @Test
  void aByteOrderMarkThatContradictsTheDeclarationIsRefused() {
    assertThat(
            refusal(
                "\ufeffa,b\n".getBytes(UTF_8), ReadOptions.defaults().withCharset(WINDOWS_1252)))
        .hasMessage(
            "book.csv: expected windows-1252 as declared, found the byte order mark of UTF-8;"
                + " declare no charset, or that one");
  }

  @Test
  void withoutAMarkItIsUtf8OrWhatIsDeclared() {
    String text = "l\u00e4nge,b\n";

    assertThat(read(text.getBytes(UTF_8), ReadOptions.defaults()))
        .isEqualTo("A1 \"l\u00e4nge\", B1 \"b\"");
    assertThat(read(text.getBytes(WINDOWS_1252), ReadOptions.defaults().withCharset(WINDOWS_1252)))
        .isEqualTo("A1 \"l\u00e4nge\", B1 \"b\"");
    assertThat(read(text.getBytes(UTF_16LE), ReadOptions.defaults().withCharset(UTF_16LE)))
        .isEqualTo("A1 \"l\u00e4nge\", B1 \"b\"");
  }

  @Test
  void bytesThatAreNoneOfTheCharsetAreNeverGarbage() {
    byte[] latin = "a,b\n1,\u00e4\n".getBytes(ISO_8859_1);

    assertThat(refusal(latin, ReadOptions.defaults()))
        .hasMessage(
            "book.csv, line 2, byte 7: expected UTF-8, found bytes that are none" + DECLARE);
    assertThat(
            refusal(
                new byte[] {'a', ',', (byte) 0x81},
                ReadOptions.defaults().withCharset(WINDOWS_1252)))
        .hasMessage(
            "book.csv, line 1, byte 3: expected windows-1252 as declared, found bytes that are none"
                + DECLARE);
    assertThat(refusal("\ufeffa,b".getBytes(UTF_8), ReadOptions.defaults())).isNull();
    assertThat(
            refusal(
                new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'a', (byte) 0xff},
                ReadOptions.defaults()))
        .hasMessage(
            "book.csv, line 1, byte 5: expected UTF-8 as its byte order mark says, found bytes that are none; save it again");
    assertThat(refusal(new byte[] {'a', ',', (byte) 0xc3}, ReadOptions.defaults()))
        .as("cut within a character")
        .hasMessage(
            "book.csv, line 1, byte 3: expected UTF-8, found bytes that are none" + DECLARE);
  }

  @Test
  void badBytesFarFromTheBeginningAreRefusedWhenTheyAreReached() {
    byte[] latin = ("a,b\n".repeat(100_000) + "1,\u00e4\n").getBytes(ISO_8859_1);

    assertThat(refusal(latin, ReadOptions.defaults()))
        .hasMessage(
            "book.csv, line 100001, byte 400003: expected UTF-8, found bytes that are none"
                + DECLARE);
  }

  /** A fresh class path without the library, as whoever excludes it has. */
  @Test
  void aMissingLibraryIsNamed() throws ReflectiveOperationException, IOException {
    List<URL> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.contains("commons-csv")) {
        path.add(new File(entry).toURI().toURL());
      }
    }
    try (URLClassLoader without =
        new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> probe = without.loadClass(Probe.class.getName());

      assertThat(probe.getMethod("message").invoke(null))
          .isEqualTo(
              "book.csv: expected Apache Commons CSV to read a text file with, found none; add the"
                  + " dependency org.apache.commons:commons-csv");
    } catch (InvocationTargetException failure) {
      throw new AssertionError(failure.getCause());
    }
  }

  /** Runs within another class loader. */
  public static final class Probe {

    private Probe() {}

    /** Returns the message of the refusal of a text. */
    public static String message() {
      try (Workbook workbook =
          Workbook.open(
              WorkbookSource.of("book.csv", "a,b".getBytes(UTF_8)),
              ReadOptions.defaults().withDelimiter(','))) {
        return "read: " + workbook.sheets();
      } catch (WorkbookException refusal) {
        return refusal.getMessage();
      }
    }
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\t", "\t");
  }

  private static String read(byte[] text, ReadOptions options) {
    try (Workbook workbook = Workbook.open(WorkbookSource.of("book.csv", text), options)) {
      return SheetText.of(workbook.sheets().get(0));
    }
  }

  private static WorkbookException refusal(byte[] text, ReadOptions options) {
    return catchThrowableOfType(WorkbookException.class, () -> read(text, options));
  }
}
