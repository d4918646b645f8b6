package dev.ingest.testkit.workbook;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text as SpreadsheetML stores it: ECMA-376 Part 1, 22.9.2.19. */
final class XmlText {

  private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
  private static final Pattern NOT_XML = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\ufffe\\uffff]");

  private XmlText() {}

  /** Returns an element that holds the text, white space at its ends included. */
  static String element(String name, String text) {
    String space = text.equals(text.strip()) ? "" : " xml:space=\"preserve\"";
    return "<%s%s>%s</%s>".formatted(name, space, spreadsheet(text), name);
  }

  /** Returns the text with {@code _x000D_} escapes where XML or a reader needs them. */
  static String spreadsheet(String text) {
    String doubled = LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_");
    return escape(
        NOT_XML
            .matcher(doubled)
            .replaceAll(c -> "_x%04X_".formatted((int) c.group().charAt(0)))
            .toString());
  }

  /** Returns the text with the characters replaced that are markup in content or attributes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Returns the letters of a column counted from 1. */
  static String columnName(int column) {
    return column == 0
        ? ""
        : columnName((column - 1) / 26)
            + Character.toString('a' + (column - 1) % 26).toUpperCase(Locale.ROOT);
  }
}
