package dev.ingest.workbook.poi;

import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookSource;
import dev.ingest.workbook.part.Damage;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Encrypted packages, standard and agile: [MS-OFFCRYPTO] 2.3.4. What is in them is a zip. */
final class EncryptedFile {

  /** The description of an encryption has a kilobyte or two, and is read into memory. */
  private static final int MOST_DESCRIPTION = 1 << 20;

  /** Bytes that were decrypted, opened by their format once. */
  private record Decrypted(String name, WorkbookBytes bytes) implements WorkbookSource {

    @Override
    public WorkbookBytes open() {
      return bytes;
    }
  }

  private EncryptedFile() {}

  static Workbook open(String name, WorkbookBytes bytes, ReadOptions options) throws IOException {
    WorkbookBytes zip = decrypt(name, bytes, options);
    try {
      bytes.close();
      if (FileKind.sniff(zip) != FileKind.ZIP) {
        throw Damage.at(name, "expected a zip in the encrypted package, found other bytes");
      }
    } catch (IOException | RuntimeException failure) {
      zip.close();
      throw failure;
    }
    return Workbook.open(new Decrypted(name, zip), options);
  }

  private static WorkbookBytes decrypt(String name, WorkbookBytes bytes, ReadOptions options)
      throws IOException {
    try (POIFSFileSystem container = Container.open(name, bytes)) {
      return Container.guard(name, "an encrypted package", () -> decrypt(name, container, options));
    }
  }

  private static WorkbookBytes decrypt(String name, POIFSFileSystem container, ReadOptions options)
      throws IOException, GeneralSecurityException {
    if (size(container, EncryptionInfo.ENCRYPTION_INFO_ENTRY) > MOST_DESCRIPTION) {
      throw Damage.at(name, "expected a short description of the encryption, found a long one");
    }
    ReadLimits limits = options.limits();
    if (size(container, Decryptor.DEFAULT_POIFS_ENTRY) > limits.inflatedBytes()) {
      throw ReadLimits.exceeded(name, "inflatedBytes", limits.inflatedBytes());
    }
    Decryptor decryptor = Encryption.decryptor(name, new EncryptionInfo(container), options);
    try (InputStream zip = decryptor.getDataStream(container)) {
      return Container.spooled(name, zip);
    }
  }

  private static int size(POIFSFileSystem container, String stream) throws IOException {
    return ((DocumentEntry) container.getRoot().getEntryCaseInsensitive(stream)).getSize();
  }
}
