package dev.ingest.aws.ddl;

import dev.ingest.decode.DecimalSize;
import dev.ingest.decode.LengthUnit;
import dev.ingest.row.CellRules;
import dev.ingest.row.ColumnSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;

/** How a database writes the types of columns. */
public enum SqlDialect {
  /** Sizes of text are counted in characters; none is needed. */
  POSTGRESQL("PostgreSQL") {
    @Override
    String text(CellRules rules) {
      return rules.maxLength() > 0 ? "varchar(" + rules.maxLength() + ")" : "text";
    }

    @Override
    String anyDecimal() {
      return "numeric";
    }

    @Override
    String anyInteger() {
      return "numeric";
    }

    @Override
    String duration() {
      return "interval";
    }
  },
  /**
   * Sizes of text are counted in bytes of UTF-8, at most four for a character. Source: Amazon
   * Redshift Database Developer Guide, "Character types" and "Numeric types".
   */
  REDSHIFT("Redshift") {
    @Override
    String text(CellRules rules) {
      long bytes = rules.maxLength() * (rules.lengthUnit() == LengthUnit.CHARACTERS ? 4L : 1L);
      return "varchar(" + (bytes > 0 ? Math.min(bytes, LONGEST) : LONGEST) + ")";
    }

    /** Without a size it would have no digits behind the point; a cell has 15 digits. */
    @Override
    String anyDecimal() {
      return "numeric(38, 15)";
    }

    @Override
    String anyInteger() {
      return "numeric(38, 0)";
    }

    @Override
    String duration() {
      return "varchar(64)";
    }
  };

  /** The bytes that Redshift has for a text. */
  private static final int LONGEST = 65_535;

  private static final Map<Class<?>, String> TYPES =
      Map.ofEntries(
          Map.entry(Double.class, "double precision"),
          Map.entry(Float.class, "real"),
          Map.entry(Long.class, "bigint"),
          Map.entry(Integer.class, "integer"),
          Map.entry(Short.class, "smallint"),
          Map.entry(Byte.class, "smallint"),
          Map.entry(Boolean.class, "boolean"),
          Map.entry(LocalDate.class, "date"),
          Map.entry(LocalDateTime.class, "timestamp"),
          Map.entry(LocalTime.class, "time"),
          Map.entry(Instant.class, "timestamptz"));

  private final String label;

  SqlDialect(String label) {
    this.label = label;
  }

  /** Returns the database's name, for people. */
  public String label() {
    return label;
  }

  /** Returns the type of a column: its size is the limit that the schema declares. */
  public String type(ColumnSchema<?> column) {
    Class<?> type = column.type();
    if (type == BigDecimal.class) {
      return column.rules().decimalSize().map(SqlDialect::decimal).orElseGet(this::anyDecimal);
    }
    if (type == BigInteger.class) {
      return anyInteger();
    }
    if (type == Duration.class) {
      return duration();
    }
    String known = TYPES.get(type);
    return known == null ? text(column.rules()) : known;
  }

  private static String decimal(DecimalSize size) {
    return "numeric(" + size.precision() + ", " + size.scale() + ")";
  }

  abstract String text(CellRules rules);

  abstract String anyDecimal();

  abstract String anyInteger();

  abstract String duration();
}
