package dev.ingest.load;

import dev.ingest.decode.LengthUnit;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, as its database describes it.
 *
 * @param name as the database has it
 * @param type as the database writes it, for people: {@code character varying(20)}
 * @param kind what it holds
 * @param nullable whether it takes null
 * @param fill what becomes of it where a file has no such column
 * @param size the most characters, bytes or digits that it takes, or null where it has no limit
 */
public record TableColumn(
    String name, String type, Kind kind, boolean nullable, Fill fill, @Nullable Size size) {

  /** What a column holds; numbers are in the order of what they can hold. */
  public enum Kind {
    TEXT,
    SMALL,
    INTEGER,
    BIG,
    DECIMAL,
    FLOAT,
    BOOLEAN,
    DATE,
    TIME,
    TIMESTAMP,
    MOMENT,
    DURATION,
    /** Whatever reads its values from text in its own way. */
    OTHER;

    /** Returns whether it holds numbers. */
    public boolean isNumber() {
      return compareTo(SMALL) >= 0 && compareTo(FLOAT) <= 0;
    }
  }

  /** Where values of a column come from. */
  public enum Fill {
    /** Null, if it takes it: nothing fills it. */
    NONE,
    /** A default, or an identity, unless the file has the column. */
    DEFAULT,
    /** The database alone; no file may have it. */
    ALWAYS
  }

  /** The size of a type. */
  public sealed interface Size {

    /** Of text. */
    record Length(int most, LengthUnit unit) implements Size {}

    /** Of a decimal number: digits in all, and behind the point. */
    record Digits(int precision, int scale) implements Size {}
  }
}
