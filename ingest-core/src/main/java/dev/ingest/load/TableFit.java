package dev.ingest.load;

import dev.ingest.decode.DecimalSize;
import dev.ingest.decode.LengthUnit;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.TableColumn.Fill;
import dev.ingest.load.TableColumn.Kind;
import dev.ingest.load.TableColumn.Size;
import dev.ingest.row.ColumnSchema;
import dev.ingest.row.RowSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the rows of a schema fit into a table. What no row could pass is a mismatch; what some rows
 * may not pass is a warning, since their cells are named when they come.
 *
 * @param table the table
 * @param mismatches what refuses each load: {@code column value: expected …, found …; …}
 * @param warnings what may refuse a row, or change a value
 */
public record TableFit(TableName table, List<String> mismatches, List<String> warnings) {

  private static final Map<Class<?>, Kind> KINDS =
      Map.ofEntries(
          Map.entry(String.class, Kind.TEXT),
          Map.entry(Byte.class, Kind.SMALL),
          Map.entry(Short.class, Kind.SMALL),
          Map.entry(Integer.class, Kind.INTEGER),
          Map.entry(Long.class, Kind.BIG),
          Map.entry(BigInteger.class, Kind.DECIMAL),
          Map.entry(BigDecimal.class, Kind.DECIMAL),
          Map.entry(Float.class, Kind.FLOAT),
          Map.entry(Double.class, Kind.FLOAT),
          Map.entry(Boolean.class, Kind.BOOLEAN),
          Map.entry(LocalDate.class, Kind.DATE),
          Map.entry(LocalTime.class, Kind.TIME),
          Map.entry(LocalDateTime.class, Kind.TIMESTAMP),
          Map.entry(Instant.class, Kind.MOMENT),
          Map.entry(Duration.class, Kind.DURATION));

  /** Keeps its own copies. */
  public TableFit {
    mismatches = List.copyOf(mismatches);
    warnings = List.copyOf(warnings);
  }

  /** Compares a schema with a table. */
  public static TableFit of(TableShape table, RowSchema<?> schema) {
    List<String> mismatches = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (ColumnSchema<?> column : schema.columns()) {
      TableColumn there = table.column(column.name()).orElse(null);
      if (there == null) {
        mismatches.add(missing(column.name(), table));
      } else {
        compare(column, there, mismatches, warnings);
      }
    }
    for (TableColumn column : table.columns()) {
      if (!column.nullable()
          && column.fill() == Fill.NONE
          && !schema.names().contains(column.name())) {
        mismatches.add(
            told(
                column.name(),
                "a column of the file, or a default",
                "NOT NULL without either",
                "add it to the pipeline, or give it a default"));
      }
    }
    return new TableFit(table.table(), mismatches, warnings);
  }

  private static String missing(String column, TableShape table) {
    return told(
        column,
        "it in the table",
        "no such column among " + String.join(", ", table.names()),
        "rename it in the pipeline, or add it to the table");
  }

  private static void compare(
      ColumnSchema<?> column, TableColumn there, List<String> mismatches, List<String> warnings) {
    Kind kind = KINDS.getOrDefault(column.type(), Kind.OTHER);
    if (there.fill() == Fill.ALWAYS) {
      mismatches.add(
          told(
              column.name(),
              "a column that takes values",
              "one that the database fills",
              "leave it out of the pipeline"));
    } else if (!takes(there.kind(), kind)) {
      mismatches.add(
          told(
              column.name(),
              "a type that takes " + kind.name().toLowerCase(Locale.ROOT),
              there.type(),
              "change the type in the pipeline, or in the table"));
    } else {
      warn(column, kind, there, warnings);
    }
  }

  /** Whatever can be written can be text; of types of one's own nothing is known. */
  private static boolean takes(Kind there, Kind kind) {
    if (kind == Kind.OTHER) {
      return true;
    }
    return switch (there) {
      case TEXT, OTHER -> true;
      case SMALL, INTEGER, BIG -> kind.isNumber() && kind != Kind.FLOAT && kind != Kind.DECIMAL;
      case DECIMAL, FLOAT -> kind.isNumber();
      case TIMESTAMP, MOMENT -> kind == Kind.DATE || kind == Kind.TIMESTAMP || kind == Kind.MOMENT;
      default -> kind == there;
    };
  }

  private static void warn(
      ColumnSchema<?> column, Kind kind, TableColumn there, List<String> warnings) {
    if (column.nullable() && !there.nullable()) {
      warnings.add(
          told(
              column.name(),
              "a column that takes null",
              "NOT NULL",
              "rows without a value will be refused"));
    }
    if (there.size() instanceof Size.Length length) {
      warnOfLength(column, length, there, warnings);
    } else if (there.size() instanceof Size.Digits digits) {
      warnOfDigits(column, kind, digits, there, warnings);
    } else if (kind.isNumber()
        && there.kind().isNumber()
        && there.kind().compareTo(kind) < 0
        && there.kind() != Kind.DECIMAL) {
      warnings.add(narrower(column.name(), kind, there));
    }
  }

  private static String narrower(String column, Kind kind, TableColumn there) {
    return told(
        column,
        "a type that takes each " + kind.name().toLowerCase(Locale.ROOT),
        there.type(),
        "rows with greater numbers will be refused");
  }

  /** Where none is declared, nobody has expected any: the cells tell. */
  private static void warnOfLength(
      ColumnSchema<?> column, Size.Length length, TableColumn there, List<String> warnings) {
    int declared = column.rules().maxLength();
    if (declared > 0 && mostOf(column, length) > length.most()) {
      warnings.add(
          told(
              column.name(),
              "room for " + column.rules().lengthUnit().count(declared),
              there.type() + " for " + length.unit().count(length.most()),
              "rows with longer texts will be refused"));
    }
  }

  /** The longest text that the schema lets through, in the unit of the table. */
  private static long mostOf(ColumnSchema<?> column, Size.Length length) {
    boolean grows =
        column.rules().lengthUnit() == LengthUnit.CHARACTERS
            && length.unit() == LengthUnit.UTF8_BYTES;
    return column.rules().maxLength() * (grows ? 4L : 1L);
  }

  private static void warnOfDigits(
      ColumnSchema<?> column,
      Kind kind,
      Size.Digits digits,
      TableColumn there,
      List<String> warnings) {
    DecimalSize declared = column.rules().decimalSize().orElse(null);
    int before = digits.precision() - digits.scale();
    if (declared != null) {
      if (declared.scale() > digits.scale() || declared.precision() - declared.scale() > before) {
        warnings.add(
            told(
                column.name(),
                "room for numeric(%s,%s)".formatted(declared.precision(), declared.scale()),
                there.type(),
                "further digits behind the point will be rounded off, greater numbers refused"));
      }
    } else if (kind == Kind.FLOAT || column.type() == BigDecimal.class) {
      warnings.add(
          told(
              column.name(),
              "digits as the pipeline takes them, any",
              there.type(),
              "further digits behind the point will be rounded off, greater numbers refused"));
    }
  }

  private static String told(String column, String expected, String found, String hint) {
    return "column %s: expected %s, found %s; %s".formatted(column, expected, found, hint);
  }

  /**
   * Does nothing where the schema fits.
   *
   * @throws LoadException naming all mismatches
   */
  public void check() {
    if (!mismatches.isEmpty()) {
      throw new LoadException(
          Reason.MISCONFIGURED,
          "table %s: expected columns as the pipeline has them, found %s; nothing was changed\n%s"
              .formatted(
                  table,
                  mismatches.size() == 1 ? "one that differs" : mismatches.size() + " that differ",
                  String.join("\n", mismatches)),
          null);
    }
  }
}
