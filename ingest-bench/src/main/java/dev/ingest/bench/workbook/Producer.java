package dev.ingest.bench.workbook;

/** Who writes the workbook, and what its XML looks like therefore. */
public enum Producer {
  /** Excel: shared strings, spans, 17 digits. */
  EXCEL(false, 17, " spans=\"1:%s\" x14ac:dyDescent=\"0.25\"", "", "", "", ""),

  /** XlsxWriter with {@code constant_memory}: texts inline, an error as a formula. */
  XLSXWRITER(true, 16, "", "", "", "<f>#N/A</f>", ""),

  /** openpyxl's write-only mode: texts inline, every number with its type. */
  OPENPYXL(true, 16, "", "", " t=\"n\"", "", ""),

  /** LibreOffice: shared strings, rows with many attributes, a style on each cell, 15 digits. */
  LIBREOFFICE(
      false,
      15,
      " customFormat=\"false\" ht=\"12.8\" hidden=\"false\" customHeight=\"false\""
          + " outlineLevel=\"0\" collapsed=\"false\"",
      " s=\"0\"",
      " t=\"n\"",
      "",
      ""),

  /** POI's streaming writer: texts inline, a line for each row. */
  SXSSF(true, 17, "", "", " t=\"n\"", "", "\n");

  private final boolean inline;
  private final int digits;
  private final String rowAttributes;
  private final String plainStyle;
  private final String numberType;
  private final String errorFormula;
  private final String lineEnd;

  Producer(
      boolean inline,
      int digits,
      String rowAttributes,
      String plainStyle,
      String numberType,
      String errorFormula,
      String lineEnd) {
    this.inline = inline;
    this.digits = digits;
    this.rowAttributes = rowAttributes;
    this.plainStyle = plainStyle;
    this.numberType = numberType;
    this.errorFormula = errorFormula;
    this.lineEnd = lineEnd;
  }

  /** Returns whether texts stand in the sheet rather than in a part of their own. */
  boolean inline() {
    return inline;
  }

  /** Returns how many significant digits a number's text has. */
  Digits digits() {
    return new Digits(digits);
  }

  /** Returns a row's attributes after its number. */
  String rowAttributes(int columns) {
    return rowAttributes.replace("%s", Integer.toString(columns));
  }

  /** Returns the style of a cell that is no date. */
  String plainStyle() {
    return plainStyle;
  }

  /** Returns the type of a number's cell. */
  String numberType() {
    return numberType;
  }

  /** Returns what precedes an error's value. */
  String errorFormula() {
    return errorFormula;
  }

  /** Returns what stands after a row's start and end. */
  String lineEnd() {
    return lineEnd;
  }
}
