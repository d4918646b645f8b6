package dev.ingest.workbook.poi;

import static dev.ingest.workbook.grid.LittleBytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import dev.ingest.workbook.WorkbookSource;
import dev.ingest.workbook.biff.XlsBuilder;
import dev.ingest.workbook.grid.LittleBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.CryptoFunctions;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks behind a password, and what is said where it is not the right one. */
class EncryptionTest {

  private static final String PASSWORD = "s3cret-żółw";
  private static final int BOF = 0x0809;
  private static final int FILEPASS = 0x002f;
  private static final int BOUNDSHEET = 0x0085;
  private static final int EOF = 0x000a;
  private static final byte[] XLSX = WorkbookBuilder.workbook().sheet("data").row(1, "a").bytes();

  @ParameterizedTest
  @EnumSource(
      value = EncryptionMode.class,
      names = {"standard", "agile"})
  void anEncryptedPackageIsReadAsWhatIsInIt(EncryptionMode mode) throws Exception {
    byte[] file = encrypted(mode, PASSWORD, XLSX);

    try (Workbook open = open(file, ReadOptions.defaults().withPassword(PASSWORD))) {
      assertThat(open.kind()).isEqualTo(FileKind.XLSX);
      assertThat(open.name()).isEqualTo("book.xlsx");
      assertThat(SheetText.of(open.sheets().get(0))).isEqualTo("A1 1, B1 \"a\"");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = EncryptionMode.class,
      names = {"binaryRC4", "cryptoAPI"})
  void anEncryptedXlsIsRead(EncryptionMode mode) throws Exception {
    byte[] file = encryptedXls(mode, "secret");

    try (Workbook open = open(file, ReadOptions.defaults().withPassword("secret"))) {
      assertThat(open.kind()).isEqualTo(FileKind.XLS);
      assertThat(open.sheets().get(1).name()).isEqualTo("second");
      assertThat(SheetText.of(open.sheets().get(1))).startsWith("A1 0, B1 \"row 0\"\n");
      assertThat(SheetText.of(open.sheets().get(1))).endsWith("\nA500 499, B500 \"row 499\"");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anXlsObfuscatedByTheOldestMethodIsRead(boolean biff8) {
    byte[] file = obfuscated(biff8, "abc");

    try (Workbook open = open(file, ReadOptions.defaults().withPassword("abc"))) {
      assertThat(open.sheets().get(0).name()).isEqualTo("data");
      assertThat(SheetText.of(open.sheets().get(0)))
          .startsWith("A1 0.5\nA2 1.5\n")
          .endsWith("\nA300 299.5");
    }
    assertThat(refusal(file, ReadOptions.defaults().withPassword("abd")).reason())
        .isEqualTo(Reason.PASSWORD_NEEDED);
  }

  @Test
  void thePasswordThatExcelUsesWithoutAskingIsNotAskedFor() throws Exception {
    byte[] xlsx = encrypted(EncryptionMode.agile, Decryptor.DEFAULT_PASSWORD, XLSX);
    byte[] xls = encryptedXls(EncryptionMode.cryptoAPI, Decryptor.DEFAULT_PASSWORD);

    assertThat(SheetText.of(xlsx)).isEqualTo("A1 1, B1 \"a\"");
    assertThat(SheetText.of(xls)).isEqualTo("A1 \"first\"");
    assertThat(read(xlsx, ReadOptions.defaults().withPassword("other")))
        .as("a password that is not needed does no harm")
        .isEqualTo("A1 1, B1 \"a\"");
  }

  @Test
  void withoutThePasswordOneIsAskedFor() throws Exception {
    WorkbookException xlsx =
        refusal(encrypted(EncryptionMode.agile, PASSWORD, XLSX), ReadOptions.defaults());
    WorkbookException xls =
        refusal(encryptedXls(EncryptionMode.binaryRC4, "secret"), ReadOptions.defaults());

    assertThat(xlsx)
        .hasMessage(
            "book.xlsx: expected the password of an encrypted workbook, found none;"
                + " give it with --password or ReadOptions.withPassword");
    assertThat(xlsx.reason()).isEqualTo(Reason.PASSWORD_NEEDED);
    assertThat(xls).hasMessage(xlsx.getMessage());
    assertThat(xls.reason()).isEqualTo(Reason.PASSWORD_NEEDED);
  }

  @Test
  void anotherPasswordIsRefusedAndNotRepeated() throws Exception {
    ReadOptions wrong = ReadOptions.defaults().withPassword("hunter2");

    WorkbookException refusal = refusal(encrypted(EncryptionMode.standard, PASSWORD, XLSX), wrong);

    assertThat(refusal)
        .hasMessage(
            "book.xlsx: expected the password of the encrypted workbook, found another; check it"
                + " and give it with --password or ReadOptions.withPassword");
    assertThat(refusal.reason()).isEqualTo(Reason.PASSWORD_NEEDED);
    assertThat(refusal(encryptedXls(EncryptionMode.cryptoAPI, "secret"), wrong))
        .hasMessage(refusal.getMessage());
  }

  @Test
  void whatIsInAnEncryptedPackageMustBeAZip() throws Exception {
    byte[] file =
        encrypted(EncryptionMode.agile, PASSWORD, "a,b\n".getBytes(StandardCharsets.US_ASCII));

    assertThat(refusal(file, ReadOptions.defaults().withPassword(PASSWORD)))
        .hasMessage(
            "book.xlsx: expected a zip in the encrypted package, found other bytes;"
                + " ask the sender for the file again");
  }

  @Test
  void anEncryptionThatMakesNoSenseIsRefused() throws IOException {
    byte[] file = described(bytes().u16(9, 9).u32(0, 0, 0, 0).array());

    assertThat(refusal(file, ReadOptions.defaults()))
        .hasMessage(
            "book.xlsx: expected an encryption that can be read, found another;"
                + " open it in Excel and save it without a password");
  }

  @Test
  void aDescriptionOfMegabytesIsRefused() throws IOException {
    assertThat(refusal(described(new byte[(1 << 20) + 1]), ReadOptions.defaults()))
        .hasMessage(
            "book.xlsx: expected a short description of the encryption, found a long one;"
                + " ask the sender for the file again");
  }

  @Test
  void bytesAreBoundedByTheLimits() throws Exception {
    ReadOptions tight =
        ReadOptions.defaults()
            .withPassword(PASSWORD)
            .withLimits(ReadLimits.defaults().withInflatedBytes(100));

    assertThat(refusal(encrypted(EncryptionMode.agile, PASSWORD, XLSX), tight))
        .hasMessage(
            "book.xlsx: expected at most 100 inflated bytes, found more;"
                + " raise the limit with ReadLimits.withInflatedBytes if the file is sound");
    assertThat(refusal(XlsBuilder.container("Workbook", new byte[200]), tight).reason())
        .as("the records of an .xls are as many bytes as they are")
        .isEqualTo(Reason.LIMIT_EXCEEDED);
  }

  /** [MS-OFFCRYPTO] 2.3.7.3, the other way round; the key's place depends on the record's. */
  private static byte[] obfuscated(boolean biff8, String password) {
    LittleBytes pass = biff8 ? bytes().u16(0) : bytes();
    pass.u16(CryptoFunctions.createXorKey1(password), CryptoFunctions.createXorVerifier1(password));
    XlsBuilder book = biff8 ? XlsBuilder.biff8() : XlsBuilder.biff5();
    book.global(FILEPASS, pass);
    XlsBuilder.SheetRecords sheet = book.sheet("data");
    for (int row = 0; row < 300; row++) {
      sheet.number(row, 0, row + 0.5);
    }
    sheet.record(EOF, bytes());
    byte[] stream = book.stream();
    byte[] key = CryptoFunctions.createXorArray1(password);
    int at = 0;
    while (at < stream.length) {
      int id = u16(stream, at);
      int length = u16(stream, at + 2);
      int plain = id == BOF || id == FILEPASS ? length : id == BOUNDSHEET ? 4 : 0;
      for (int i = plain; i < length; i++) {
        int value = (stream[at + 4 + i] ^ key[(at + 4 + length + i) % 16]) & 0xff;
        stream[at + 4 + i] = (byte) (value >> 3 | value << 5);
      }
      at += 4 + length;
    }
    return XlsBuilder.container(biff8 ? "Workbook" : "Book", stream);
  }

  private static int u16(byte[] bytes, int at) {
    return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
  }

  private static byte[] described(byte[] description) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      container.createDocument(new ByteArrayInputStream(description), "EncryptionInfo");
      container.createDocument(new ByteArrayInputStream(new byte[64]), "EncryptedPackage");
      return written(container);
    }
  }

  private static byte[] encrypted(EncryptionMode mode, String password, byte[] content)
      throws IOException, GeneralSecurityException {
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
      encryptor.confirmPassword(password);
      try (OutputStream out = encryptor.getDataStream(container)) {
        out.write(content);
      }
      return written(container);
    }
  }

  private static byte[] encryptedXls(EncryptionMode mode, String password) throws IOException {
    Biff8EncryptionKey.setCurrentUserPassword(password);
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      book.setEncryptionMode(mode);
      book.createSheet("first").createRow(0).createCell(0).setCellValue("first");
      book.createSheet("second");
      for (int i = 0; i < 500; i++) {
        Row row = book.getSheetAt(1).createRow(i);
        row.createCell(0).setCellValue(i);
        row.createCell(1).setCellValue("row " + i);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  private static byte[] written(POIFSFileSystem container) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    container.writeFilesystem(out);
    return out.toByteArray();
  }

  private static String read(byte[] file, ReadOptions options) {
    try (Workbook open = open(file, options)) {
      return SheetText.of(open.sheets().get(0));
    }
  }

  private static WorkbookException refusal(byte[] file, ReadOptions options) {
    WorkbookException refusal =
        catchThrowableOfType(WorkbookException.class, () -> read(file, options));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  private static Workbook open(byte[] file, ReadOptions options) {
    return Workbook.open(WorkbookSource.of("book.xlsx", file), options);
  }
}
