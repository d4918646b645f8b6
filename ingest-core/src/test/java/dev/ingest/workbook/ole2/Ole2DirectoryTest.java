package dev.ingest.workbook.ole2;

import static dev.ingest.workbook.grid.LittleBytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.WorkbookException.Reason;
import dev.ingest.workbook.biff.XlsBuilder;
import dev.ingest.workbook.grid.LittleBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an OLE 2 file is, and containers that lie. */
class Ole2DirectoryTest {

  private static final String ADVICE = "; ask the sender for the file again";
  private static final int SHIFT = 30;
  private static final int DIRECTORY = 48;
  private static final int MORE_TABLES = 68;
  private static final int TABLES = 76;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "WordDocument;        a Word document; ask the sender for the workbook itself",
        "PowerPoint Document; a PowerPoint presentation; ask the sender for the workbook itself",
        "__properties;        an OLE 2 file without a workbook in it; ask the sender for the workbook itself",
      })
  void anotherKindOfFileIsNamed(String stream, String found, String advice) {
    assertThat(SheetText.refusal(XlsBuilder.container(stream, new byte[5000])))
        .isEqualTo("book.xlsx: expected an Excel workbook (.xlsx), found " + found + "; " + advice);
  }

  @Test
  void aWorkbookWithinADocumentDoesNotMakeItOne() throws IOException {
    try (POIFSFileSystem word = new POIFSFileSystem()) {
      word.createDocument(new ByteArrayInputStream(new byte[9]), "WordDocument");
      word.createDirectory("ObjectPool")
          .createDocument("Workbook", new ByteArrayInputStream(new byte[9]));

      assertThat(SheetText.refusal(written(word))).contains("found a Word document");
    }
  }

  @Test
  void whatAServerMustDecryptIsNamed() throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      file.createDocument(new ByteArrayInputStream(new byte[9]), "EncryptedPackage");
      file.createDirectory("\u0006DataSpaces")
          .createDirectory("DataSpaceInfo")
          .createDocument("DRMEncryptedDataSpace", new ByteArrayInputStream(new byte[9]));

      assertThat(SheetText.refusal(written(file), ReadLimits.defaults()))
          .hasMessage(
              "book.xlsx: expected an Excel workbook (.xlsx), found a workbook that is encrypted by"
                  + " a sensitivity label or by rights management; ask the sender for a copy"
                  + " without that protection")
          .extracting("reason")
          .isEqualTo(Reason.UNSUPPORTED);
    }
    assertThat(SheetText.refusal(XlsBuilder.container("\tDRMContent", new byte[9])))
        .contains("by rights management");
  }

  @ParameterizedTest
  @CsvSource({"0", "30", "65535"})
  void sectorsOfAnotherSize(int shift) {
    assertRefused(
        patched(SHIFT, bytes().u16(shift)),
        "expected OLE 2 sectors of 512 or 4096 bytes, found 2 to the power of " + shift);
  }

  @Test
  void aFileThatEndsInItsHeader() {
    assertRefused(
        Arrays.copyOf(sound(), 100),
        "expected the header of an OLE 2 file, found the end of the file");
  }

  @Test
  void aDirectoryPastTheEnd() {
    assertRefused(
        patched(DIRECTORY, bytes().u32(0x7fffffff)),
        "expected the directory within 17 sectors, found sector 2147483647");
  }

  @Test
  void aDirectoryInALoop() {
    byte[] file = sound();
    int table = 512 * (1 + at(file, TABLES));
    int directory = at(file, DIRECTORY);

    assertRefused(
        patched(table + 4 * directory, bytes().u32(directory)),
        "expected the directory to end, found a loop");
  }

  @Test
  void aListOfTablesInALoop() {
    byte[] file = sound();
    System.arraycopy(bytes().u32(3, 0xffffffffL).array(), 0, file, MORE_TABLES, 8);
    Arrays.fill(file, 512 * 4, 512 * 5, (byte) 0xff);
    System.arraycopy(bytes().u32(3).array(), 0, file, 512 * 5 - 4, 4);

    assertRefused(file, "expected the list of allocation tables to end, found a loop");
  }

  @Test
  void aTablePastTheEnd() {
    assertRefused(
        patched(TABLES, bytes().u32(4000)),
        "expected the allocation table within 17 sectors, found sector 4000");
  }

  @Test
  void namesInALoop() {
    byte[] file = sound();
    int entry = 512 * (1 + at(file, DIRECTORY)) + 128;

    assertRefused(
        patched(entry + 68, bytes().u32(1)),
        "expected a tree of names in the directory, found a loop or a gap");
    assertRefused(
        patched(entry + 72, bytes().u32(4_000_000)),
        "expected a tree of names in the directory, found a loop or a gap");
  }

  @Test
  void aStreamInALoop() {
    byte[] file = sound();
    int table = 512 * (1 + at(file, TABLES));
    int first = at(file, 512 * (1 + at(file, DIRECTORY)) + 128 + 116);

    assertRefused(
        patched(table + 4 * first, bytes().u32(first)),
        "expected the stream Workbook in the OLE 2 file, found it damaged");
  }

  @ParameterizedTest
  @CsvSource({"0", "2147483647", "4294967295"})
  void aStreamOfAnotherSize(long size) {
    byte[] file = sound();
    int entry = 512 * (1 + at(file, DIRECTORY)) + 128;

    assertThat(SheetText.refusal(patched(entry + 120, bytes().u32(size))))
        .isIn(
            "book.xlsx: expected a workbook stream, found an empty one" + ADVICE,
            "book.xlsx: expected the stream Workbook in the OLE 2 file, found it damaged" + ADVICE,
            "book.xlsx: expected a sound OLE 2 file, found it damaged" + ADVICE);
  }

  @Test
  void aSmallStreamInALoop() {
    byte[] file = XlsBuilder.container("Workbook", new byte[600]);
    int miniTable = 512 * (1 + at(file, 60));
    System.arraycopy(bytes().u32(0).array(), 0, file, miniTable, 4);

    assertRefused(file, "expected the stream Workbook in the OLE 2 file, found it damaged");
  }

  @Test
  void aSoundOneIsRead() throws IOException {
    assertThat(SheetText.of(sound())).startsWith("A1 0\nA2 1\n").endsWith("A400 399");
    assertThat(FileKind.OLE2.description()).isEqualTo("an OLE 2 file without a workbook in it");
  }

  private static void assertRefused(byte[] file, String message) {
    assertThat(SheetText.refusal(file)).isEqualTo("book.xlsx: " + message + ADVICE);
  }

  private static byte[] patched(int at, LittleBytes with) {
    byte[] file = sound();
    System.arraycopy(with.array(), 0, file, at, with.size());
    return file;
  }

  private static int at(byte[] file, int position) {
    return file[position] & 0xff | (file[position + 1] & 0xff) << 8;
  }

  private static byte[] sound() {
    XlsBuilder book = XlsBuilder.biff8();
    XlsBuilder.SheetRecords sheet = book.sheet("data");
    for (int row = 0; row < 400; row++) {
      sheet.number(row, 0, row);
    }
    sheet.record(0x000a, bytes());
    return book.xls();
  }

  private static byte[] written(POIFSFileSystem file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.writeFilesystem(out);
    return out.toByteArray();
  }
}
