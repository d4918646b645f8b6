package dev.ingest.workbook.text;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * The characters of a text, decoded strictly. Bytes that are none of the charset, and NUL, which no
 * text holds, are errors that name the place. Watches how much is read between two records, since
 * the library that parses them would gather a value without end.
 */
final class StrictReader extends Reader {

  /** A record may be as long as so many texts of the greatest length. */
  private static final int TEXTS_PER_RECORD = 16;

  private final TextSource source;
  private final CharsetDecoder decoder;
  private final ByteBuffer in = ByteBuffer.allocate(32 << 10).flip();
  private final CharBuffer out = CharBuffer.allocate(16 << 10).flip();
  private long position;
  private boolean ended;
  private boolean flushed;
  private long line = 1;
  private boolean afterReturn;
  private long sinceRecord;

  StrictReader(TextSource source) {
    this.source = source;
    this.position = source.charset().mark();
    this.decoder =
        source
            .charset()
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** A record has ended; the next may be as long again. */
  void recordEnded() {
    sinceRecord = 0;
  }

  @Override
  public int read(char[] into, int offset, int length) {
    while (!out.hasRemaining()) {
      if (flushed) {
        return -1;
      }
      decode();
    }
    int count = Math.min(length, out.remaining());
    out.get(into, offset, count);
    sinceRecord += count;
    if (sinceRecord > (long) TEXTS_PER_RECORD * source.limits().textLength()) {
      throw ReadLimits.exceeded(where(), "textLength", source.limits().textLength());
    }
    return count;
  }

  private void decode() {
    out.clear();
    CoderResult result = decoder.decode(in, out, ended);
    if (result.isUnderflow() && ended) {
      flushed = decoder.flush(out).isUnderflow();
    }
    out.flip();
    check();
    if (result.isError()) {
      throw malformed();
    }
    if (result.isUnderflow() && !ended) {
      fill();
    }
  }

  private void fill() {
    in.compact();
    try {
      int count = source.bytes().read(position, in.array(), in.position(), in.remaining());
      position += count;
      ended = count == 0;
      in.position(in.position() + count);
    } catch (IOException failure) {
      throw new WorkbookException(
          Reason.UNREADABLE,
          source.name() + ": expected readable bytes, found " + failure,
          failure);
    }
    in.flip();
  }

  /** Counts the lines of what was decoded and looks for NUL in it. */
  private void check() {
    for (int i = out.position(); i < out.limit(); i++) {
      char c = out.get(i);
      if (c == '\r' || c == '\n' && !afterReturn) {
        line++;
      }
      afterReturn = c == '\r';
      if (c == 0) {
        throw new WorkbookException(
            Reason.DAMAGED,
            where()
                + ": expected text, found a NUL character; if it is UTF-16 without a byte order"
                + " mark, declare that with ReadOptions.withCharset");
      }
    }
  }

  private WorkbookException malformed() {
    TextCharset charset = source.charset();
    return new WorkbookException(
        Reason.DAMAGED,
        "%s, byte %s: expected %s%s, found bytes that are none; %s"
            .formatted(
                where(),
                position - in.remaining() + 1,
                charset.charset(),
                charset.origin(),
                charset.advice()));
  }

  private String where() {
    return source.name() + ", line " + line;
  }

  @Override
  public void close() {
    // the workbook closes the bytes
  }
}
