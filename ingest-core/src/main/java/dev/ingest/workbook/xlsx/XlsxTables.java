package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.DateSystem;
import org.jspecify.annotations.Nullable;

/** What all sheets of a workbook share: strings, styles, date system. Read on first use. */
final class XlsxTables {

  private final OpcPackage parts;
  private final @Nullable String stringsPart;
  private final @Nullable String stylesPart;
  private final DateSystem dates;
  private @Nullable SharedStrings strings;
  private @Nullable Styles styles;

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

  DateSystem dates() {
    return dates;
  }

  SharedStrings strings() {
    SharedStrings read = strings;
    if (read == null) {
      read = readStrings();
      strings = read;
    }
    return read;
  }

  Styles styles() {
    Styles read = styles;
    if (read == null) {
      read = readStyles();
      styles = read;
    }
    return read;
  }

  private SharedStrings readStrings() {
    if (stringsPart == null) {
      return SharedStrings.none();
    }
    try (XmlReader xml = parts.open(stringsPart)) {
      return SharedStrings.read(xml, parts.limits());
    }
  }

  private Styles readStyles() {
    if (stylesPart == null) {
      return Styles.none();
    }
    try (XmlReader xml = parts.open(stylesPart)) {
      return Styles.read(xml);
    }
  }
}
