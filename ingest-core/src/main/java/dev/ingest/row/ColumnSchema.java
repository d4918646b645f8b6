package dev.ingest.row;

import dev.ingest.decode.CellDecoder;
import java.util.List;

/**
 * One column: which header it is read from, and how.
 *
 * @param name unique in the schema; the name in files and tables
 * @param header the header looked for
 * @param aliases other headers taken for it
 * @param type the values' type; never primitive
 * @param nullable whether a value may be absent
 * @param decoder cell to value
 * @param fillMerged whether a blank cell in a merged area is taken for the area's first cell, see
 *     {@link FillMerged}
 * @param <T> the values' type
 */
public record ColumnSchema<T>(
    String name,
    String header,
    List<String> aliases,
    Class<T> type,
    boolean nullable,
    CellDecoder<T> decoder,
    boolean fillMerged) {

  /** Makes a column whose cells are read as they stand. */
  public ColumnSchema(
      String name,
      String header,
      List<String> aliases,
      Class<T> type,
      boolean nullable,
      CellDecoder<T> decoder) {
    this(name, header, aliases, type, nullable, decoder, false);
  }

  /** Makes a column that is read from the header of its name and must have a value. */
  public static <T> ColumnSchema<T> required(String name, Class<T> type, CellDecoder<T> decoder) {
    return new ColumnSchema<>(name, name, List.of(), type, false, decoder);
  }

  /** Makes a column that is read from the header of its name and may have none. */
  public static <T> ColumnSchema<T> nullable(String name, Class<T> type, CellDecoder<T> decoder) {
    return new ColumnSchema<>(name, name, List.of(), type, true, decoder);
  }

  /** Keeps its own copy of the aliases. */
  public ColumnSchema {
    aliases = List.copyOf(aliases);
  }

  /** Returns this column with its merged cells filled. */
  public ColumnSchema<T> withFillMerged() {
    return new ColumnSchema<>(name, header, aliases, type, nullable, decoder, true);
  }

  /** Returns {@code value: Double, nullable, header "Value"}. */
  @Override
  public String toString() {
    return name
        + ": "
        + type.getSimpleName()
        + (nullable ? ", nullable" : "")
        + (header.equals(name) ? "" : ", header \"" + header + "\"")
        + (fillMerged ? ", merged cells filled" : "");
  }
}
