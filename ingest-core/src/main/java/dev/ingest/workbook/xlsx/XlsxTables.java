package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.part.OpcPackage;
import dev.ingest.workbook.part.XmlReader;
import org.jspecify.annotations.Nullable;

/** What all sheets of a workbook share: strings, styles, date system. Read on first use. */
final class XlsxTables {

  private static final int STRINGS_BATCH = 64 << 10;

  private final @Nullable OpcPackage parts;
  private final @Nullable String stringsPart;
  private final @Nullable String stylesPart;
  private final DateSystem dates;
  private @Nullable SharedStrings strings;
  private @Nullable Styles styles;

  /**
   * Makes tables that are read on first use.
   *
   * @param stringsPart the part of the shared strings, null where the workbook has none
   * @param stylesPart the part of the styles, null where the workbook has none
   */
  XlsxTables(
      OpcPackage parts,
      @Nullable String stringsPart,
      @Nullable String stylesPart,
      DateSystem dates) {
    this.parts = parts;
    this.stringsPart = stringsPart;
    this.stylesPart = stylesPart;
    this.dates = dates;
  }

  /** Makes tables that are there. */
  XlsxTables(SharedStrings strings, Styles styles, DateSystem dates) {
    this.parts = null;
    this.stringsPart = null;
    this.stylesPart = null;
    this.strings = strings;
    this.styles = styles;
    this.dates = dates;
  }

  /** Returns what finds the cells of a sheet as they are stored. */
  StoredCells stored(OpcPackage of, String sheetPart) {
    return new StoredCells(of, sheetPart, stringsPart, stylesPart);
  }

  DateSystem dates() {
    return dates;
  }

  /** Rows may be looked at by two threads: see {@link RowAhead}. */
  synchronized SharedStrings strings() {
    SharedStrings read = strings;
    if (read == null) {
      read =
          parts == null || stringsPart == null
              ? SharedStrings.none()
              : readStrings(parts, stringsPart);
      strings = read;
    }
    return read;
  }

  private static SharedStrings readStrings(OpcPackage parts, String part) {
    int size = (int) Math.max(1, Math.min(STRINGS_BATCH, parts.size(part) + 1));
    SharedStrings scanned =
        StringsScanner.read(parts.where(part), parts.limits(), parts.stream(part), size);
    return scanned != null ? scanned : readStringsThoroughly(parts, part);
  }

  private static SharedStrings readStringsThoroughly(OpcPackage parts, String part) {
    try (XmlReader xml = parts.open(part)) {
      return SharedStrings.read(xml, parts.limits());
    }
  }

  Styles styles() {
    Styles read = styles;
    if (read == null) {
      read = parts == null || stylesPart == null ? Styles.none() : readStyles(parts, stylesPart);
      styles = read;
    }
    return read;
  }

  private static Styles readStyles(OpcPackage parts, String part) {
    try (XmlReader xml = parts.open(part)) {
      return Styles.read(xml);
    }
  }
}
