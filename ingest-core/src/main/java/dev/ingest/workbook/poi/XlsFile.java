package dev.ingest.workbook.poi;

import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.biff.BiffWorkbook;
import dev.ingest.workbook.biff.FilePass;
import dev.ingest.workbook.part.Damage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.LittleEndianByteArrayInputStream;

/** Takes the records of an .xls out of its container, decrypts them, and has them read. */
final class XlsFile {

  /** The newer first: Excel 97 wrote both for the sake of Excel 95. */
  private static final String[] STREAMS = {"Workbook", "Book"};

  private XlsFile() {}

  static Workbook open(String name, WorkbookBytes bytes, ReadOptions options) throws IOException {
    WorkbookBytes records = records(name, bytes, options.limits());
    try {
      Optional<FilePass> pass = FilePass.find(name, records);
      if (pass.isPresent()) {
        WorkbookBytes encrypted = records;
        records = decrypted(name, encrypted, pass.get(), options);
        encrypted.close();
      }
      return BiffWorkbook.open(name, records, options.limits());
    } catch (IOException | RuntimeException failure) {
      records.close();
      throw failure;
    }
  }

  /** Returns the records; those without a container are the bytes themselves. */
  private static WorkbookBytes records(String name, WorkbookBytes bytes, ReadLimits limits)
      throws IOException {
    if (FileKind.sniff(bytes) != FileKind.OLE2) {
      return bytes;
    }
    try (POIFSFileSystem container = Container.open(name, bytes)) {
      for (String stream : STREAMS) {
        if (container.getRoot().hasEntryCaseInsensitive(stream)) {
          WorkbookBytes records = Container.stream(name, container, stream, limits);
          bytes.close();
          return records;
        }
      }
    }
    throw Damage.at(name, "expected the stream Workbook, found none");
  }

  private static WorkbookBytes decrypted(
      String name, WorkbookBytes records, FilePass pass, ReadOptions options) {
    return Container.guard(
        name,
        "encrypted records",
        () -> {
          EncryptionInfo info = info(pass);
          Encryption.decryptor(name, info, options);
          try (InputStream plain = new DecryptedRecords(records, pass, info)) {
            return Container.spooled(name, plain);
          }
        });
  }

  /** [MS-XLS] 2.4.117; before BIFF8 the record holds the key and verifier of the one method. */
  private static EncryptionInfo info(FilePass pass) throws IOException {
    LittleEndianByteArrayInputStream data = new LittleEndianByteArrayInputStream(pass.data());
    boolean simple = !pass.biff8() || data.readUShort() == 0;
    return new EncryptionInfo(data, simple ? EncryptionMode.xor : EncryptionMode.cryptoAPI);
  }
}
