package dev.ingest.workbook.poi;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookSource;
import dev.ingest.workbook.part.Damage;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Work on a container or its contents by POI, whose failures leave as ours. */
final class Container {

  /** What is done with POI. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException, GeneralSecurityException;
  }

  private Container() {}

  /**
   * Runs what POI may fail at in any way: its readers check less than hostile files need.
   *
   * @param what what should have been found, for the message
   */
  static <T> T guard(String name, String what, Work<T> work) {
    try {
      return work.run();
    } catch (WorkbookException ours) {
      throw ours;
    } catch (EncryptedDocumentException | GeneralSecurityException unknown) {
      throw Encryption.unsupported(name, unknown);
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      throw Damage.at(name, "expected " + what + ", found it damaged", broken);
    }
  }

  /** Opens a container; the bytes stay open when it is closed. */
  static POIFSFileSystem open(String name, WorkbookBytes bytes) {
    return guard(
        name, "a sound OLE 2 file", () -> new POIFSFileSystem(new BytesChannel(name, bytes), true));
  }

  /** Copies a stream of the root out of its container: to memory, or to a file if it is large. */
  static WorkbookBytes stream(
      String name, POIFSFileSystem container, String stream, ReadLimits limits) {
    return guard(
        name,
        "the stream " + stream + " in the OLE 2 file",
        () -> {
          Entry entry = container.getRoot().getEntryCaseInsensitive(stream);
          if (!(entry instanceof DocumentEntry document)) {
            throw Damage.at(name, "expected the stream " + stream + ", found a folder");
          }
          if (document.getSize() > limits.inflatedBytes()) {
            throw ReadLimits.exceeded(name, "inflatedBytes", limits.inflatedBytes());
          }
          try (InputStream data = new DocumentInputStream(document)) {
            return spooled(name, data);
          }
        });
  }

  /** Reads a stream to its end, into memory or a temporary file, and opens what it held. */
  static WorkbookBytes spooled(String name, InputStream stream) throws IOException {
    return WorkbookSource.of(name, stream).open();
  }
}
