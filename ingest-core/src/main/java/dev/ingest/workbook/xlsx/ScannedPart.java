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
 * A part whose items, such as rows, are scanned from its bytes. What stands around them is always
 * read by {@link XmlReader}, so that a part that is cut short or not well-formed is known to be.
 */
final class ScannedPart implements AutoCloseable {

  private final String part;
  private final ReadLimits limits;
  private final String root;
  private final String container;
  private final byte[] containerTag;
  private final SheetWindow window;
  private byte[] prologue = new byte[0];

  /**
   * Makes a scanned part.
   *
   * @param part the file and part, for messages
   * @param root the element that the document is
   * @param container the element that holds the items
   * @param item the element that each item is
   */
  ScannedPart(
      String part,
      ReadLimits limits,
      String root,
      String container,
      String item,
      ChunkSource chunks) {
    this.part = part;
    this.limits = limits;
    this.root = root;
    this.container = container;
    this.containerTag = ascii("<" + container);
    this.window = new SheetWindow(chunks, ascii("<" + item));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  SheetWindow window() {
    return window;
  }

  /**
   * Reads up to the first item.
   *
   * @return whether what is there is XML, means such a container and is plain enough to scan on
   */
  boolean open() {
    window.advance();
    byte[] b = window.bytes();
    int from = window.position();
    int after = afterContainerTag(b, from, window.available());
    if (after < 0) {
      return false;
    }
    window.moveTo(after);
    prologue = Arrays.copyOfRange(b, from, after);
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
  private int afterContainerTag(byte[] b, int from, int to) {
    int length = containerTag.length;
    for (int i = from; i + length < to; i++) {
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
   * Goes on until there is a whole item to look at, or all is read.
   *
   * @return false where an item is too large to be scanned
   */
  boolean fill() {
    window.skipSpace();
    while (window.position() >= window.end() && !window.isLast()) {
      if (window.isStuck()) {
        return false;
      }
      window.advance();
      window.skipSpace();
    }
    return true;
  }

  /** Reads what follows the items; returns whether the whole part was sound. */
  boolean finish() {
    InputStream around = new SequenceInputStream(new ByteArrayInputStream(prologue), window.rest());
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

  @Override
  public void close() {
    window.close();
  }
}
