package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.DateSystem;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all sheets of a workbook share: strings, styles, date system. Read on first use. */
final class XlsxTables {

  private final Supplier<SharedStrings> readStrings;
  private final Supplier<Styles> readStyles;
  private final DateSystem dates;
  private @Nullable SharedStrings strings;
  private @Nullable Styles styles;

  XlsxTables(Supplier<SharedStrings> readStrings, Supplier<Styles> readStyles, DateSystem dates) {
    this.readStrings = readStrings;
    this.readStyles = readStyles;
    this.dates = dates;
  }

  DateSystem dates() {
    return dates;
  }

  SharedStrings strings() {
    SharedStrings read = strings;
    if (read == null) {
      read = readStrings.get();
      strings = read;
    }
    return read;
  }

  Styles styles() {
    Styles read = styles;
    if (read == null) {
      read = readStyles.get();
      styles = read;
    }
    return read;
  }
}
