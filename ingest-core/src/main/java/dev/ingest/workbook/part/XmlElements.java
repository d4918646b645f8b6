package dev.ingest.workbook.part;

import java.util.function.Function;

/**
 * Gives one element as the part has it, letter for letter: for explanations. Wraps a reader, which
 * is to be moved by the caller.
 */
public final class XmlElements {

  private final XmlReader xml;
  private final XmlChars chars;
  private final XmlTape tape;

  /** Asks for an element that starts from here on. */
  public XmlElements(XmlReader xml) {
    this.xml = xml;
    this.chars = xml.chars();
    this.tape = chars.tape();
  }

  /**
   * Returns the element at whose start the reader stands, made by what reads it to its end. Once.
   *
   * @param read reads to the end of the element, and returns what else is wanted of it
   */
  public <T> Element<T> element(Function<XmlReader, T> read) {
    tape.keep();
    T content = read.apply(xml);
    return new Element<>(chars.taped(), content);
  }

  /**
   * An element.
   *
   * @param text as the part has it
   * @param content what was read of it
   */
  public record Element<T>(String text, T content) {}
}
