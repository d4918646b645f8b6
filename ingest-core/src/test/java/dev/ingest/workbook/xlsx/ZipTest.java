package dev.ingest.workbook.xlsx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.workbook.Corruption;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.testkit.workbook.ZipBuilder;
import dev.ingest.testkit.workbook.ZipItem;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The zip around the parts: sound ones of every writer are read, all others refused. */
class ZipTest {

  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String WHERE = "book.xlsx: " + SHEET + ": expected ";
  private static final String ADVICE = "; ask the sender for the file again";
  private static final String CELLS = "A1 \"location\", B1 0.65, C1 2020-02-01T00:00";

  static Stream<Arguments> sound() {
    return Stream.of(
        Arguments.of("deflated", metrics().bytes()),
        Arguments.of("stored", metrics().stored().bytes()),
        Arguments.of("streamed", metrics().zip().changeAll(ZipItem::streamed).bytes()),
        Arguments.of("zip64", metrics().zip().zip64().bytes()),
        Arguments.of("bytes after it", Corruption.append(metrics().bytes(), "PK\1\2 and more")),
        Arguments.of("a nested zip", metrics().stored().part("a.zip", metrics().bytes()).bytes()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sound")
  void aSoundZipIsRead(String shape, byte[] zip) {
    assertThat(SheetText.of(zip)).isEqualTo(CELLS);
  }

  static Stream<Arguments> damaged() {
    return Stream.of(
        Arguments.of(
            (UnaryOperator<ZipItem>) item -> item.withCrc(1),
            WHERE + "the checksum of the part to match, found another" + ADVICE),
        Arguments.of(
            (UnaryOperator<ZipItem>) item -> item.withLocalCrc(1),
            WHERE + "the checksum of the part in both headers, found two" + ADVICE),
        Arguments.of(
            (UnaryOperator<ZipItem>) item -> item.withSize(1),
            WHERE + "the size of the part to be 1, found 270" + ADVICE),
        Arguments.of(
            (UnaryOperator<ZipItem>) item -> item.withSize(0xfffffffeL),
            WHERE + "the size of the part to be 4294967294, found 270" + ADVICE),
        Arguments.of(
            (UnaryOperator<ZipItem>) item -> item.withLocalName("xl/worksheets/sheet2.xml"),
            WHERE + "the same name in both headers, found two" + ADVICE),
        Arguments.of(
            (UnaryOperator<ZipItem>) item -> item.withMethod(0),
            "book.xlsx: "
                + SHEET
                + ": expected the size of the part to be 270, found 188"
                + ADVICE),
        Arguments.of(
            (UnaryOperator<ZipItem>) item -> item.withFlags(1),
            WHERE + "a readable part, found an encrypted zip entry; save it without"),
        Arguments.of(
            (UnaryOperator<ZipItem>) item -> item.withMethod(9),
            WHERE
                + "a stored or deflated part, found compression method 9; save it from Excel again"));
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void aPartThatIsNotAsClaimedIsRefused(UnaryOperator<ZipItem> damage, String message) {
    assertThat(SheetText.refusal(metrics().zip().change(SHEET, damage).bytes())).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 9, 12, 14, 93, 95, 98, 99})
  void otherCompressionIsUnsupported(int method) {
    byte[] zip = metrics().zip().change(SHEET, item -> item.withMethod(method)).bytes();

    assertThat(SheetText.refusal(zip, ReadLimits.defaults()).reason())
        .isEqualTo(Reason.UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xl/workbook.xml", "XL/Workbook.XML", "xl\\workbook.xml", "/xl/workbook.xml"})
  void aPartThatIsThereTwiceIsRefused(String second) {
    ZipBuilder zip = metrics().zip().add(ZipItem.stored(second, new byte[0]));

    assertThat(SheetText.refusal(zip.bytes()))
        .isEqualTo("book.xlsx: expected each part once, found duplicate part " + second + ADVICE);
  }

  @Test
  void aPartThatReachesPastTheEndIsRefused() {
    byte[] whole = metrics().bytes();
    int header = new String(whole, ISO_8859_1).lastIndexOf(SHEET) - 46;

    assertThat(SheetText.refusal(with(whole, header + 23, 0x7f)))
        .isEqualTo(
            "book.xlsx: expected each part in a place of its own, found xl/sharedStrings.xml within another"
                + ADVICE);
  }

  @Test
  void aPartThatTheDirectoryDoesNotListIsRefusedWhereItHasTheNameOfOneThatItLists() {
    ZipItem other = ZipItem.stored(SHEET, "<worksheet/>".getBytes(UTF_8));

    assertThat(
            SheetText.refusal(metrics().zip().changeAll(ZipItem::streamed).unlisted(other).bytes()))
        .isEqualTo(
            "book.xlsx: expected each part once, found duplicate part "
                + SHEET
                + ", which the directory does not list"
                + ADVICE);
    assertThat(SheetText.of(metrics().zip().unlisted(other.withName("deleted.xml")).bytes()))
        .isEqualTo(CELLS);
    assertThat(
            SheetText.refusal(
                metrics().zip().unlisted(other.withName("deleted.xml")).unlisted(other).bytes()))
        .contains("found duplicate part " + SHEET);
  }

  @Test
  void partsThatShareBytesAreRefused() {
    ZipBuilder zip = metrics().zip();
    for (int i = 0; i < 500; i++) {
      zip.alias("xl/media/" + i + ".xml", SHEET);
    }

    assertThat(SheetText.refusal(zip.bytes()))
        .isEqualTo(
            "book.xlsx: expected each part in a place of its own, found xl/media/0.xml within another"
                + ADVICE);
  }

  @Test
  void aHoleOfZerosIsNoticedOrChangesNoCell() {
    byte[] whole = metrics().bytes();

    for (int at = 0; at + 16 <= whole.length; at += 16) {
      byte[] zeroed = whole.clone();
      Arrays.fill(zeroed, at, at + 16, (byte) 0);
      byte[] missing = new byte[whole.length - 16];
      System.arraycopy(whole, 0, missing, 0, at);
      System.arraycopy(whole, at + 16, missing, at, missing.length - at);

      assertThat(cellsOrRefused(zeroed)).isIn(CELLS, "refused");
      assertThat(cellsOrRefused(missing)).isEqualTo("refused");
    }
  }

  /** The comment may hold what looks like an end record; the one that reaches the end counts. */
  @Test
  void anEndRecordInTheCommentIsNone() {
    byte[] whole = metrics().bytes();
    byte[] fake = ZipBuilder.zip().bytes();
    byte[] commented = Corruption.append(whole, new String(fake, ISO_8859_1) + "..");
    commented[whole.length - 2] = (byte) (fake.length + 2);

    assertThat(SheetText.of(commented)).isEqualTo(CELLS);
  }

  @Test
  void aFileThatIsCutAnywhereIsRefused() {
    byte[] whole = metrics().bytes();

    for (int length = 4; length < whole.length; length++) {
      assertThat(SheetText.refusal(Corruption.truncate(whole, length)))
          .startsWith("book.xlsx: expected ");
    }
  }

  @Test
  void aFileThatIsCutAfterAPackedZipIsNotTakenForThatZip() {
    byte[] inner = WorkbookBuilder.workbook().sheet("inner").row("wrong").bytes();
    byte[] outer = metrics().stored().part("xl/embeddings/a.xlsx", inner).bytes();

    for (int cut = 1; cut < 800; cut++) {
      assertThat(SheetText.refusal(Corruption.cutEnd(outer, cut))).startsWith("book.xlsx: ");
    }
  }

  @Test
  void aBitThatFlipsIsNoticedOrChangesNoCell() {
    byte[] whole = metrics().bytes();

    for (int bit = 0; bit < whole.length * 8; bit += 11) {
      assertThat(cellsOrRefused(Corruption.flipBit(whole, bit / 8, bit % 8)))
          .as("bit %d", bit)
          .isIn(CELLS, "refused");
    }
  }

  private static String cellsOrRefused(byte[] zip) {
    try {
      return SheetText.of(zip);
    } catch (WorkbookException refused) {
      return "refused";
    }
  }

  /** APPNOTE 4.1.9 and 4.4.24: positions count from the start of the file, whatever is there. */
  @ParameterizedTest
  @ValueSource(strings = {"MZ\0\0", "\n", "\u00ef\u00bb\u00bf", "#!/bin/sh\n"})
  void bytesBeforeAZipThatCountsThemArePassedOver(String prefix) {
    assertThat(SheetText.of(metrics().zip().countedPrefix(prefix).bytes())).isEqualTo(CELLS);
  }

  /** Such a file cannot be told from one that was cut short behind a zip that is packed in it. */
  @Test
  void bytesBeforeAZipThatDoesNotCountThemMakeItNone() {
    assertThat(SheetText.refusal(metrics().zip().prefix("MZ\0\0").bytes()))
        .isEqualTo(
            "book.xlsx: expected an Excel workbook (.xlsx), found bytes of no known format; ask the sender for an .xlsx");
    assertThat(SheetText.refusal(metrics().zip().prefix("PK\3\4").bytes()))
        .isEqualTo(
            "book.xlsx: expected the directory right before the end record, found it elsewhere"
                + ADVICE);
  }

  @Test
  void anEmptyZipIsAZipWithoutAWorkbook() {
    assertThat(SheetText.refusal(ZipBuilder.zip().bytes()))
        .isEqualTo(
            "book.xlsx: expected an Excel workbook (.xlsx), found a zip without a workbook in it; open it in Excel and save it as .xlsx");
  }

  @Test
  void anEndRecordThatLiesIsRefused() {
    byte[] whole = metrics().bytes();
    int end = whole.length - 22;

    assertThat(SheetText.refusal(with(whole, end + 4, 1)))
        .isEqualTo("book.xlsx: expected one zip file, found a part of a split one");
    assertThat(SheetText.refusal(with(whole, end + 10, 8)))
        .isEqualTo("book.xlsx: expected the directory, found the end of the file" + ADVICE);
    assertThat(SheetText.refusal(with(whole, end + 10, 6)))
        .isEqualTo("book.xlsx: expected 6 directory entries, found more" + ADVICE);
    assertThat(SheetText.refusal(with(whole, end + 18, 1)))
        .isEqualTo(
            "book.xlsx: expected the directory right before the end record, found it elsewhere"
                + ADVICE);
  }

  private static WorkbookBuilder metrics() {
    return WorkbookBuilder.workbook().sheet("data").row("location", 0.65, LocalDate.of(2020, 2, 1));
  }

  private static byte[] with(byte[] bytes, int position, int value) {
    byte[] changed = bytes.clone();
    changed[position] = (byte) value;
    return changed;
  }
}
