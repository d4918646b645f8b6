package dev.ingest.workbook.biff;

import dev.ingest.workbook.WorkbookBytes;
import java.util.Optional;

/**
 * How the records of a stream are encrypted: [MS-XLS] 2.4.117.
 *
 * @param biff8 whether the data start with the kind of encryption; before BIFF8 there was one
 * @param data what the record holds
 * @param end where the encrypted records start
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record FilePass(boolean biff8, byte[] data, long end) {

  /**
   * Finds the record in a stream, if it is encrypted.
   *
   * @param name the file, for messages
   */
  public static Optional<FilePass> find(String name, WorkbookBytes stream) {
    Records records = new Records(name, stream);
    boolean biff8 = BiffVersion.read(records) == BiffVersion.BIFF8;
    while (records.next() && records.id() != RecordId.EOF && records.id() != RecordId.BOUNDSHEET) {
      if (records.id() == RecordId.FILEPASS) {
        byte[] data = new byte[records.length()];
        records.copy(0, data, 0, data.length);
        return Optional.of(new FilePass(biff8, data, records.end()));
      }
    }
    return Optional.empty();
  }
}
