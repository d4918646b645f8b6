package dev.ingest.workbook.part;

import java.util.function.Function;

/**
 * Gives an element as the part has it, letter for letter: for explanations. Wraps a reader, which
 * is to be moved by the caller.
 */
public final class XmlElements {

  private final XmlReader xml;
  private final XmlChars chars;

  public XmlElements(XmlReader xml) {
    this.xml = xml;
    this.chars = xml.chars();
  }

  /** Asks for the elements that start from here on. */
  public void start() {
    chars.tape().start();
  }

  /**
   * Returns the element at whose start the reader stands, made by what reads it to its end.
   *
   * @param read reads to the end of the element, and returns what else is wanted of it
   */
  public <T> Element<T> element(Function<XmlReader, T> read) {
    chars.tape().keep();
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
