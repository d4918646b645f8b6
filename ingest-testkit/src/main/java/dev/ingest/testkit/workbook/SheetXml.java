package dev.ingest.testkit.workbook;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, kept as values until the workbook is written. */
final class SheetXml {

  private static final LocalDateTime BASE_1900 = LocalDate.of(1899, 12, 30).atStartOfDay();
  private static final LocalDateTime BASE_1904 = LocalDate.of(1904, 1, 1).atStartOfDay();
  private static final LocalDateTime AFTER_PHANTOM = LocalDate.of(1900, 3, 1).atStartOfDay();

  /** What cells share: how strings are stored, and the base of the dates. */
  static final class Shared {

    private final boolean inline;
    private final boolean date1904;
    private final Map<String, Integer> strings = new LinkedHashMap<>();

    Shared(boolean inline, boolean date1904) {
      this.inline = inline;
      this.date1904 = date1904;
    }

    String stringsXml() {
      StringBuilder items = new StringBuilder();
      strings.keySet().forEach(s -> items.append("<si>" + XmlText.element("t", s) + "</si>"));
      return Parts.sharedStrings(items.toString(), strings.size());
    }

    private CellXml text(String text) {
      if (inline) {
        return CellXml.inline(text);
      }
      Integer index = strings.computeIfAbsent(text, added -> strings.size());
      return new CellXml("t=\"s\"", "<v>" + index + "</v>");
    }

    private String serial(LocalDateTime at) {
      LocalDateTime base = date1904 ? BASE_1904 : BASE_1900;
      double days = Duration.between(base, at).toMillis() / 86_400_000d;
      return number(!date1904 && at.isBefore(AFTER_PHANTOM) ? days - 1 : days);
    }
  }

  private sealed interface Row {
    record Values(int number, boolean hidden, List<@Nullable Object> values) implements Row {}

    record Raw(String xml) implements Row {}
  }

  final String name;
  final String state;
  private final List<Row> rows = new ArrayList<>();
  private int lastRow;

  SheetXml(String name, String state) {
    this.name = name;
    this.state = state;
  }

  void row(boolean hidden, @Nullable Object[] values) {
    rowAt(lastRow + 1, hidden, values);
  }

  void rowAt(int number, boolean hidden, @Nullable Object[] values) {
    List<@Nullable Object> kept = new ArrayList<>();
    for (Object value : values) {
      kept.add(value);
    }
    rows.add(new Row.Values(number, hidden, kept));
    lastRow = number;
  }

  void raw(String xml) {
    rows.add(new Row.Raw(xml));
    lastRow++;
  }

  /** Returns the part. */
  String xml(Shared shared) {
    StringBuilder data = new StringBuilder();
    for (Row row : rows) {
      if (row instanceof Row.Values values) {
        values(data, values, shared);
      } else if (row instanceof Row.Raw raw) {
        data.append(raw.xml());
      }
    }
    return Parts.worksheet(data.toString());
  }

  private static void values(StringBuilder data, Row.Values row, Shared shared) {
    data.append("<row r=\"").append(row.number()).append('"');
    data.append(row.hidden() ? " hidden=\"1\">" : ">");
    int column = 0;
    for (Object value : row.values()) {
      column++;
      if (value != null) {
        cell(data, XmlText.columnName(column) + row.number(), xml(value, shared));
      }
    }
    data.append("</row>");
  }

  private static void cell(StringBuilder data, String reference, CellXml cell) {
    data.append("<c r=\"").append(reference).append('"');
    if (!cell.attributes().isEmpty()) {
      data.append(' ').append(cell.attributes());
    }
    data.append('>').append(cell.content()).append("</c>");
  }

  private static CellXml xml(Object value, Shared shared) {
    if (value instanceof CellXml cell) {
      return cell;
    }
    if (value instanceof String text) {
      return shared.text(text);
    }
    if (value instanceof Number number) {
      return CellXml.of("<v>" + number(number) + "</v>");
    }
    if (value instanceof Boolean flag) {
      return new CellXml("t=\"b\"", flag ? "<v>1</v>" : "<v>0</v>");
    }
    if (value instanceof CellError error) {
      return new CellXml("t=\"e\"", "<v>" + XmlText.escape(error.code()) + "</v>");
    }
    if (value instanceof LocalDate date) {
      return CellXml.styled(shared.serial(date.atStartOfDay()), Parts.DATE_STYLE);
    }
    if (value instanceof LocalDateTime at) {
      return CellXml.styled(shared.serial(at), Parts.DATE_TIME_STYLE);
    }
    throw new IllegalArgumentException("no cell can hold a " + value.getClass().getName());
  }

  /** Writes whole doubles without a point, as Excel does. */
  private static String number(Number number) {
    double value = number.doubleValue();
    boolean whole = number instanceof Double && value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole && value != 0 ? Long.toString((long) value) : number.toString();
  }
}
