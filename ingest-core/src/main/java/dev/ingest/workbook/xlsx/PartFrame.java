package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.part.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands around the items of a part that are scanned from its bytes. It is always read by
 * {@link XmlReader}, so that a part that is cut short or not well-formed is known to be.
 */
final class PartFrame {

  private final String part;
  private final ReadLimits limits;
  private final String root;
  private final String container;
  private final byte[] containerTag;
  private byte[] prologue = new byte[0];

  /**
   * Makes a frame.
   *
   * @param part the file and part, for messages
   * @param root the element that the document is
   * @param container the element that holds the items
   */
  PartFrame(String part, ReadLimits limits, String root, String container) {
    this.part = part;
    this.limits = limits;
    this.root = root;
    this.container = container;
    this.containerTag = ("<" + container).getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Moves the first batch to its first item.
   *
   * @return whether what is before it is XML, means such a container and is plain enough to scan on
   */
  boolean open(Batch first) {
    int after = afterContainerTag(first.bytes, first.to);
    if (after < 0 || after > first.end) {
      return false;
    }
    first.position = after;
    prologue = Arrays.copyOf(first.bytes, after);
    try (XmlReader xml = new XmlReader(part, new ByteArrayInputStream(prologue), limits)) {
      xml.next();
      boolean known = xml.starts(root);
      while (known && !xml.starts(container)) {
        known = xml.next() != XmlReader.Event.END_DOCUMENT;
      }
      return known;
    } catch (WorkbookException notPlain) {
      return false; // read again by the thorough reader, which says what is wrong and where
    }
  }

  /** Finds the tag; where there may be a comment, which could hold its likeness, it does not. */
  private int afterContainerTag(byte[] b, int to) {
    int length = containerTag.length;
    for (int i = 0; i + length < to; i++) {
      if (b[i] == '<') {
        if (b[i + 1] == '!') {
          return -1;
        }
        if (Arrays.equals(b, i, i + length, containerTag, 0, length)) {
          return endOfTag(b, i + length, to);
        }
      }
    }
    return -1;
  }

  /** Returns the position after the tag; -1 for one that has no content or another name. */
  private static int endOfTag(byte[] b, int from, int to) {
    if (b[from] != '>' && !Markup.isSpace(b[from])) {
      return -1;
    }
    int p = from;
    while (p < to && b[p] != '>') {
      p++;
    }
    return p == to || b[p - 1] == '/' ? -1 : p + 1;
  }

  /**
   * Reads what follows the items.
   *
   * @param rest the bytes after the last item, to the end of the part
   * @return whether the whole part was sound
   */
  boolean finish(InputStream rest) {
    InputStream around = new SequenceInputStream(new ByteArrayInputStream(prologue), rest);
    try (XmlReader xml = new XmlReader(part, around, limits)) {
      int containers = 0;
      while (xml.next() != XmlReader.Event.END_DOCUMENT) {
        containers += xml.starts(container) ? 1 : 0;
      }
      return containers == 1;
    } catch (WorkbookException broken) {
      return false; // found again by the thorough reader, with the line
    }
  }
}
