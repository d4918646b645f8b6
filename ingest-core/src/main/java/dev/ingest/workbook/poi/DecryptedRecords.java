package dev.ingest.workbook.poi;

import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.biff.FilePass;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.hssf.record.crypto.Biff8DecryptingStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;

/**
 * The records of an encrypted .xls, decrypted, each where it was: kinds and lengths are stored
 * plain, and so are some records and the places of the sheets ([MS-XLS] 2.2.10).
 */
final class DecryptedRecords extends InputStream {

  private static final int HEADER = 4;
  private static final int BOUNDSHEET = 0x0085;
  private static final int PLACE = 4;

  private final InputStream plain;
  private final Biff8DecryptingStream encrypted;
  private final long end;
  private final byte[] current = new byte[HEADER + 0xffff];
  private long plainLeft;
  private long position;
  private int at;
  private int size;

  DecryptedRecords(WorkbookBytes stream, FilePass pass, EncryptionInfo info) {
    this.plain = new BytesInput(stream, 0);
    this.end = stream.length();
    this.encrypted =
        new Biff8DecryptingStream(
            new BufferedInputStream(new BytesInput(stream, pass.end()), 64 << 10),
            (int) pass.end(),
            info);
    this.position = pass.end();
    this.plainLeft = pass.end();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (plainLeft > 0) {
      int count = plain.read(into, offset, (int) Math.min(length, plainLeft));
      plainLeft -= count;
      return count;
    }
    if (at == size && !nextRecord()) {
      return -1;
    }
    int count = Math.min(length, size - at);
    System.arraycopy(current, at, into, offset, count);
    at += count;
    return count;
  }

  private boolean nextRecord() {
    if (end - position < HEADER) {
      return false; // what is too short for a record is padding
    }
    int id = encrypted.readRecordSID();
    int length = encrypted.readDataSize();
    current[0] = (byte) id;
    current[1] = (byte) (id >> 8);
    current[2] = (byte) length;
    current[3] = (byte) (length >> 8);
    int open = openBytes(id, length);
    encrypted.readPlain(current, HEADER, open);
    if (open < length) {
      encrypted.readFully(current, HEADER + open, length - open);
    }
    at = 0;
    size = HEADER + length;
    position += size;
    return true;
  }

  private int openBytes(int id, int length) {
    if (!encrypted.isCurrentRecordEncrypted()) {
      return length;
    }
    return id == BOUNDSHEET ? Math.min(PLACE, length) : 0;
  }
}
