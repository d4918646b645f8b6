package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.bytes.CsvField;
import dev.ingest.workbook.bytes.Utf8;
import dev.ingest.workbook.part.Place;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scans shared strings straight from the bytes of their part, as {@link RowScanner} does rows: it
 * takes {@code <si><t>text</t></si>} and gives up on runs and whatever else is not of that shape;
 * the part is then read by {@link dev.ingest.workbook.part.XmlReader}. Measured: a fifth of its
 * time.
 */
final class StringsScanner implements Place {

  private static final byte[] CLASS = ByteClass.OF;

  /** {@link ByteClass}, and one bit for what CSV quotes. */
  private static final byte[] FIELD_CLASS = fieldClasses();

  /** The deepest that this goes: sst, si, t. */
  private static final int DEPTH = 3;

  private final String part;
  private final ReadLimits limits;
  private final SharedStringsBuilder all;

  private StringsScanner(String part, ReadLimits limits) {
    this.part = part;
    this.limits = limits;
    this.all = new SharedStringsBuilder(limits);
  }

  private static byte[] fieldClasses() {
    byte[] classes = CLASS.clone();
    for (int i = 0; i < classes.length; i++) {
      classes[i] |= CsvField.needsQuotes(i) ? (byte) 64 : 0;
    }
    return classes;
  }

  /**
   * Returns the strings, or null where another reader is needed.
   *
   * @param size bytes that are inflated at a time
   */
  static @Nullable SharedStrings read(String part, ReadLimits limits, InputStream bytes, int size) {
    StringsScanner scanner = new StringsScanner(part, limits);
    BatchFiller filler = new BatchFiller(part, bytes, "sst", "si");
    PartFrame frame = new PartFrame(part, limits, "sst", "sst");
    try (Batches<Bytes> batches = new Batches<>(filler, List.of(new Bytes(size)))) {
      boolean read =
          limits.xmlDepth() >= DEPTH
              && frame.open(batches.first())
              && scanner.items(batches, frame);
      return read ? scanner.all.build() : null;
    }
  }

  /** Bytes that are scanned by their reader, in their order. */
  private static final class Bytes extends Batch {
    Bytes(int size) {
      super(size);
    }

    @Override
    void scan() {
      // the index of a string is its place among all: nothing can be done ahead
    }
  }

  private boolean items(Batches<Bytes> batches, PartFrame frame) {
    for (Bytes batch = batches.next(); batch != null; batch = batches.next()) {
      int after = batch.stuck ? RowScanner.GIVE_UP : items(batch.bytes, batch.position, batch.end);
      if (after == RowScanner.GIVE_UP) {
        return false;
      }
      if (after < batch.end || batch.last) {
        return frame.finish(new BatchStream(batches, batch, after));
      }
    }
    return false;
  }

  /**
   * Scans items and returns the position after the last, or {@link RowScanner#GIVE_UP}. Those that
   * are plain ASCII, as most are, are read here, in one loop over local variables; see {@link
   * RowScanner} for why.
   */
  private int items(byte[] b, int from, int end) {
    SharedStringsBuilder strings = all;
    byte[] classes = FIELD_CLASS;
    int longest = limits.textLength();
    int p = from;
    while (p < end) {
      if (b[p] == '<'
          && b[p + 1] == 's'
          && b[p + 2] == 'i'
          && b[p + 3] == '>'
          && b[p + 4] == '<'
          && b[p + 5] == 't'
          && b[p + 6] == '>') {
        int start = p + 7;
        int q = start;
        int special = 0;
        int kind = classes[b[q] & 0xff];
        while (kind != ByteClass.TAG) {
          special |= kind;
          kind = classes[b[++q] & 0xff];
        }
        if (special == 0
            && q > start
            && b[start] > ' '
            && b[start] != '\\'
            && b[q - 1] > ' '
            && q - start <= longest
            && b[q + 1] == '/'
            && b[q + 2] == 't'
            && b[q + 3] == '>'
            && b[q + 4] == '<'
            && b[q + 5] == '/'
            && b[q + 6] == 's'
            && b[q + 7] == 'i'
            && b[q + 8] == '>'
            && !strings.isFull()) {
          strings.addPlain(b, start, q);
          p = q + 9;
          continue;
        }
      }
      int q = b[p] == '<' ? p : Markup.skipSpace(b, p);
      if (q >= end) {
        return end;
      }
      if (b[q] == '<' && b[q + 1] == '/') {
        return q;
      }
      p = otherThanPlain(b, q);
      if (p < 0) {
        return RowScanner.GIVE_UP;
      }
    }
    return p > end ? RowScanner.GIVE_UP : p;
  }

  private int otherThanPlain(byte[] b, int p) {
    boolean item = b[p] == '<' && b[p + 1] == 's' && b[p + 2] == 'i' && b[p + 3] == '>';
    return item && !all.isFull() ? item(b, p + 4) : RowScanner.GIVE_UP;
  }

  private int item(byte[] b, int from) {
    if (b[from] != '<' || b[from + 1] != 't') {
      return RowScanner.GIVE_UP;
    }
    int start = b[from + 2] == '>' ? from + 3 : Markup.endOfTag(b, from + 2);
    if (start < 0) {
      return RowScanner.GIVE_UP;
    }
    if (b[start - 2] == '/') {
      all.add(b, start, start);
      return endOfItem(b, start);
    }
    int p = start;
    int special = 0;
    int kind = CLASS[b[p] & 0xff];
    while (kind != ByteClass.TAG) {
      special |= kind;
      kind = CLASS[b[++p] & 0xff];
    }
    boolean closed = b[p + 1] == '/' && b[p + 2] == 't' && b[p + 3] == '>';
    if (!closed || p - start > limits.textLength() || !add(b, start, p, special)) {
      return RowScanner.GIVE_UP;
    }
    return endOfItem(b, p + 4);
  }

  private static int endOfItem(byte[] b, int p) {
    boolean closed =
        b[p] == '<' && b[p + 1] == '/' && b[p + 2] == 's' && b[p + 3] == 'i' && b[p + 4] == '>';
    return closed ? p + 5 : RowScanner.GIVE_UP;
  }

  private boolean add(byte[] b, int from, int to, int special) {
    if ((special & ByteClass.CONTROL) != 0
        || (special & ByteClass.HIGH) != 0 && !Utf8.isText(b, from, to)) {
      return false;
    }
    if ((special & ~ByteClass.HIGH) == 0) {
      all.add(b, from, to);
      return true;
    }
    try {
      all.add(SliceText.decode(this, b, from, to, special));
      return true;
    } catch (WorkbookException broken) {
      return false; // found again by the thorough reader, with the line
    }
  }

  @Override
  public String where() {
    return part;
  }
}
