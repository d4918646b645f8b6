package dev.ingest.workbook.ods;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.Names;
import dev.ingest.workbook.part.XmlReader;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** Reads a cell element into its value: OpenDocument 1.3 part 3, 9.1.4 and 19.385. */
final class CellReader {

  private final XmlReader xml;
  private final String part;
  private final String sheet;
  private final OdsDates dates;
  private final CellText text;

  CellReader(XmlReader xml, String sheet, OdsDates dates, ReadLimits limits) {
    this.xml = xml;
    this.part = xml.part();
    this.sheet = sheet;
    this.dates = dates;
    this.text = new CellText(xml, limits);
  }

  /** What the start tag says. */
  private record Tag(
      @Nullable String type, @Nullable String stored, boolean error, @Nullable String formula) {

    boolean isText() {
      return type == null || type.equals("string") || type.equals("void");
    }

    boolean isComplete() {
      return !error && !isText() && stored != null && !stored.isBlank();
    }
  }

  /** Reads the cell at whose start the reader stands, to its end. */
  OdsValue read(TableCursor at) {
    String type = xml.attribute(Odf.OFFICE, "value-type");
    Tag tag =
        new Tag(
            type,
            type == null ? null : xml.attribute(Odf.OFFICE, valueOf(type)),
            "error".equals(xml.attribute(Odf.CALC, "value-type")),
            xml.attribute(Odf.TABLE, "formula"));
    if (tag.isComplete()) {
      xml.skip();
      return typed(at, tag);
    }
    String shown = text.read();
    if (tag.error) {
      return OdsErrors.value(orEmpty(orElse(shown, tag.stored)).strip());
    }
    return tag.isText() ? text(tag, shown) : incomplete(at, tag, shown);
  }

  private static String valueOf(String type) {
    return switch (type) {
      case "string" -> "string-value";
      case "date" -> "date-value";
      case "time" -> "time-value";
      case "boolean" -> "boolean-value";
      default -> "value";
    };
  }

  private OdsValue typed(TableCursor at, Tag tag) {
    String stored = orEmpty(tag.stored).strip();
    return switch (orEmpty(tag.type)) {
      case "float", "percentage", "currency" -> OdsValue.number(number(at, stored), stored);
      case "date" -> date(at, stored);
      case "time" -> time(at, stored);
      case "boolean" -> OdsValue.logical(logical(at, stored));
      default -> throw damaged(at, "expected a known value type, found", orEmpty(tag.type));
    };
  }

  /** A formula whose text is that of an error has one: only newer writers mark it. */
  private static OdsValue text(Tag tag, @Nullable String shown) {
    String stored = tag.stored == null || tag.stored.isEmpty() ? null : tag.stored;
    String value = orElse(stored, shown);
    if (tag.formula != null && value != null && OdsErrors.of(value.strip()).isPresent()) {
      return OdsErrors.value(value.strip());
    }
    boolean absent = value == null && tag.stored == null;
    if (tag.formula != null && (absent || !isString(tag) && orEmpty(value).isEmpty())) {
      return OdsValue.uncalculated(formula(tag.formula));
    }
    return isString(tag) || !orEmpty(value).isEmpty()
        ? OdsValue.text(orEmpty(value))
        : OdsValue.BLANK;
  }

  private static boolean isString(Tag tag) {
    return "string".equals(tag.type);
  }

  /** A cell with a type that has no value of it. */
  private OdsValue incomplete(TableCursor at, Tag tag, @Nullable String shown) {
    if (shown == null || shown.isBlank()) {
      return tag.formula == null ? OdsValue.BLANK : OdsValue.uncalculated(formula(tag.formula));
    }
    if (tag.formula != null && OdsErrors.of(shown.strip()).isPresent()) {
      return OdsErrors.value(shown.strip());
    }
    throw damaged(at, "expected the value of a " + Names.shown(tag.type + "") + ", found", shown);
  }

  private double number(TableCursor at, String stored) {
    double number = isDecimal(stored) ? parsed(stored) : Double.NaN;
    if (!Double.isFinite(number)) {
      throw damaged(at, "expected a number, found", stored);
    }
    return number;
  }

  /** Keeps out what only Java takes for a number: {@code 1d}, {@code 0x1p3}, {@code NaN}. */
  private static boolean isDecimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return false;
      }
    }
    return true;
  }

  private static double parsed(String decimal) {
    try {
      return Double.parseDouble(decimal);
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  private OdsValue date(TableCursor at, String stored) {
    try {
      return dates.date(stored);
    } catch (DateTimeException none) {
      throw damaged(at, "expected an ISO 8601 date, found", stored);
    }
  }

  private OdsValue time(TableCursor at, String stored) {
    try {
      return dates.duration(stored);
    } catch (DateTimeException none) {
      throw damaged(at, "expected an ISO 8601 duration, found", stored);
    }
  }

  private boolean logical(TableCursor at, String stored) {
    return switch (stored) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw damaged(at, "expected a boolean, found", stored);
    };
  }

  /** Returns the formula without the prefix of its language and the equals sign. */
  private static String formula(String stored) {
    int equals = stored.indexOf('=');
    boolean prefixed = equals > 0 && stored.charAt(equals - 1) == ':';
    return equals == 0 || prefixed ? stored.substring(equals + 1) : stored;
  }

  private WorkbookException damaged(TableCursor at, String expected, String found) {
    return Damage.at(place(at), "%s \"%s\"".formatted(expected, Names.shown(found.strip())));
  }

  private String place(TableCursor at) {
    boolean inGrid = at.row() <= CellAddress.MAX_ROW && at.column() <= CellAddress.MAX_COLUMN;
    return inGrid
        ? part + ": " + new CellAddress(sheet, (int) at.row(), (int) at.column())
        : xml.where();
  }

  private static @Nullable String orElse(@Nullable String first, @Nullable String second) {
    return first == null || first.isEmpty() ? second : first;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
