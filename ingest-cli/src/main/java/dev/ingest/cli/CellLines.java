package dev.ingest.cli;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.NumberText;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The cells of a workbook as lines that two readers can compare: {@code sheet row col type value},
 * separated by tabs. Text is escaped, never trimmed; blank cells and formulas without a value are
 * not listed.
 */
final class CellLines {

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

  /** What OpenDocument stores for a time, which may be negative or longer than a day. */
  private static final Pattern DURATION = Pattern.compile("-?P[0-9DTHMS.,]+");

  private final Appendable out;

  CellLines(Appendable out) {
    this.out = out;
  }

  void write(List<Sheet> sheets) throws IOException {
    out.append("sheet\trow\tcol\ttype\tvalue\n");
    for (Sheet sheet : sheets) {
      String name = escaped(sheet.name());
      out.append(name).append("\t0\t0\tsheet\t").append(sheet.visibility().label()).append('\n');
      try (SheetRows rows = sheet.rows()) {
        for (SheetRow row = rows.next(); row != null; row = rows.next()) {
          for (int i = 0; i < row.size(); i++) {
            write(name, row.number(), row.at(i));
          }
        }
      }
    }
  }

  private void write(String sheet, int row, Cell cell) throws IOException {
    String value = typeAndValue(cell);
    if (!value.isEmpty()) {
      out.append(sheet).append('\t').append(Integer.toString(row)).append('\t');
      out.append(Integer.toString(cell.column())).append('\t').append(value).append('\n');
    }
  }

  private static String typeAndValue(Cell cell) {
    return switch (cell.kind()) {
      case BLANK, UNCALCULATED -> "";
      case TEXT -> cell.text().isEmpty() ? "" : "s\t" + escaped(cell.text());
      case NUMBER -> "n\t" + NumberText.plain(cell.number());
      case DATE -> date(cell);
      case LOGICAL -> "b\t" + cell.logical();
      case ERROR -> "e\t" + escaped(cell.raw());
    };
  }

  /** A serial without a date is listed with its number: the number must survive. */
  private static String date(Cell cell) {
    if (cell.kind() == CellKind.DATE) {
      if (DURATION.matcher(cell.raw()).matches()) {
        return "d\t" + cell.raw().replace(',', '.');
      }
      try {
        LocalDateTime at = cell.dateTime();
        boolean midnight = at.toLocalTime().toNanoOfDay() == 0;
        return "d\t" + (midnight ? at.toLocalDate().toString() : MILLIS.format(at));
      } catch (DateTimeException none) {
        boolean phantom = cell.number() >= 60 && cell.number() < 61;
        return phantom ? "d\t1900-02-29" : "n\t" + NumberText.plain(cell.number());
      }
    }
    throw new IllegalArgumentException("expected a date, found " + cell.kind());
  }

  private static String escaped(String text) {
    StringBuilder line = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> {
          if (Character.isISOControl(c) || isLone(text, i)) {
            line.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
          } else {
            line.append(c);
          }
        }
      }
    }
    return line.toString();
  }

  private static boolean isLone(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
