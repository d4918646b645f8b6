package dev.ingest.row;

import dev.ingest.decode.CellDecoder;
import dev.ingest.decode.DayOrder;
import dev.ingest.decode.DayOrderFinding;
import dev.ingest.decode.DecoderRegistry;
import dev.ingest.workbook.CellAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One column: which header it is read from, and how. Immutable. Records, builders and files make
 * the same model, which can be printed.
 *
 * @param <T> the values' type
 */
public final class ColumnSchema<T> {

  private final String name;
  private final String header;
  private final List<String> aliases;
  private final int position;
  private final Class<T> type;
  private final boolean nullable;
  private final boolean fillMerged;
  private final boolean sensitive;
  private final CellDecoder<T> decoder;

  /** Null where there are none: to make a decoder of rules takes classes that few columns need. */
  private final @Nullable ColumnDecoding<T> decoding;

  private ColumnSchema(String name, Class<T> type, boolean nullable, CellDecoder<T> decoder) {
    this.name = name;
    this.header = name;
    this.aliases = List.of();
    this.position = 0;
    this.type = type;
    this.nullable = nullable;
    this.fillMerged = false;
    this.sensitive = false;
    this.decoder = decoder;
    this.decoding = null;
  }

  ColumnSchema(ColumnBuilder<T> described, int position, ColumnDecoding<T> decoding) {
    this.name = described.name;
    this.header = described.header == null ? described.name : described.header;
    this.aliases = List.copyOf(described.aliases);
    this.position = position;
    this.type = described.type;
    this.nullable = described.nullable;
    this.fillMerged = described.fillMerged;
    this.sensitive = described.sensitive;
    this.decoding = decoding.rules().equals(CellRules.NONE) ? null : decoding;
    this.decoder = decoding.decoder(null);
  }

  private ColumnSchema(ColumnSchema<T> other, boolean fillMerged, CellDecoder<T> decoder) {
    this.name = other.name;
    this.header = other.header;
    this.aliases = other.aliases;
    this.position = other.position;
    this.type = other.type;
    this.nullable = other.nullable;
    this.fillMerged = fillMerged;
    this.sensitive = other.sensitive;
    this.decoder = decoder;
    this.decoding = other.decoding;
  }

  /**
   * Makes a column of a type that has a decoder.
   *
   * @param described says what is not the default: {@code column -> column.nullable().lenient()}
   * @throws SchemaException if that makes no sense
   */
  public static <T> ColumnSchema<T> of(
      String name, Class<T> type, UnaryOperator<ColumnBuilder<T>> described) {
    List<SchemaMistake> mistakes = new ArrayList<>();
    ColumnSchema<T> column =
        described
            .apply(new ColumnBuilder<>(name, type))
            .build(DecoderRegistry.standard(), mistakes);
    if (column == null) {
      throw new SchemaException("schema", mistakes);
    }
    return column;
  }

  /** Makes a column that is read from the header of its name and must have a value. */
  public static <T> ColumnSchema<T> required(String name, Class<T> type, CellDecoder<T> decoder) {
    return new ColumnSchema<>(name, type, false, decoder);
  }

  /** Makes a column that is read from the header of its name and may have none. */
  public static <T> ColumnSchema<T> nullable(String name, Class<T> type, CellDecoder<T> decoder) {
    return new ColumnSchema<>(name, type, true, decoder);
  }

  /** Returns the name in files and tables, unique in the schema. */
  public String name() {
    return name;
  }

  /** Returns the header that is looked for. */
  public String header() {
    return header;
  }

  /** Returns other headers that are taken for it. */
  public List<String> aliases() {
    return aliases;
  }

  /** Returns the column in the sheet, counted from 1, where it is read by position. */
  public OptionalInt position() {
    return position == 0 ? OptionalInt.empty() : OptionalInt.of(position);
  }

  /** Returns whether it is read by its position and not by its header. */
  boolean isByPosition() {
    return position != 0;
  }

  /** Returns the values' type, never a primitive one. */
  public Class<T> type() {
    return type;
  }

  /** Returns whether a value may be absent. */
  public boolean nullable() {
    return nullable;
  }

  /** Returns what turns a cell into a value; the rules are part of it. */
  public CellDecoder<T> decoder() {
    return decoder;
  }

  /** Returns what the decoder is made of, or null where it was given as it is. */
  @Nullable ColumnDecoding<T> decoding() {
    return decoding;
  }

  /** Returns what is said of its cells beyond the type; empty for columns made of a decoder. */
  public CellRules rules() {
    return decoding == null ? CellRules.NONE : decoding.rules();
  }

  /**
   * Returns whether a blank cell in a merged area is taken for the area's first cell, see {@link
   * FillMerged}.
   */
  public boolean fillMerged() {
    return fillMerged;
  }

  /** Returns whether its values must not stand in logs and reports, see {@link Sensitive}. */
  public boolean sensitive() {
    return sensitive;
  }

  /**
   * Returns whether what becomes of a cell depends on nothing but the cell and {@link #decoder()}.
   * Else whoever goes around the row reader must not read this column.
   */
  public boolean isPlain() {
    return !fillMerged;
  }

  /** Returns this column with its merged cells filled. */
  public ColumnSchema<T> withFillMerged() {
    return new ColumnSchema<>(this, true, decoder);
  }

  /**
   * Returns whether the order of day and month is to be found in the column's own cells: see {@link
   * DayOrder#BY_WITNESS}.
   */
  public boolean wantsWitnesses() {
    return decoding != null && decoding.rules().dayOrder().orElse(null) == DayOrder.BY_WITNESS;
  }

  /**
   * Returns this column with the order of day and month that was found in its cells.
   *
   * @throws IllegalStateException if it does not {@linkplain #wantsWitnesses() want} one
   */
  public ColumnSchema<T> withDayOrder(DayOrderFinding finding) {
    if (decoding == null || !wantsWitnesses()) {
      throw new IllegalStateException(name + " does not look for the order of day and month");
    }
    return new ColumnSchema<>(this, fillMerged, decoding.decoder(finding));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ColumnSchema<?> column
        && column.name.equals(name)
        && column.header.equals(header)
        && column.aliases.equals(aliases)
        && column.position == position
        && column.type == type
        && column.nullable == nullable
        && column.fillMerged == fillMerged
        && column.sensitive == sensitive
        && column.decoder.equals(decoder)
        && column.rules().equals(rules());
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, header, type);
  }

  /** Returns {@code value: Double, nullable, header "Value", "n/a" is null, lenient}. */
  @Override
  public String toString() {
    String ruled = rules().toString();
    return name
        + ": "
        + type.getSimpleName()
        + (nullable ? ", nullable" : "")
        + (header.equals(name) ? "" : ", header \"" + header + "\"")
        + (aliases.isEmpty() ? "" : ", or \"" + String.join("\", \"", aliases) + '"')
        + (position == 0 ? "" : ", column " + CellAddress.columnName(position))
        + own()
        + (ruled.isEmpty() ? "" : ", " + ruled)
        + (fillMerged ? ", merged cells filled" : "")
        + (sensitive ? ", sensitive" : "");
  }

  /** Returns what the column is read by, where it is not what its type usually is. */
  private String own() {
    CellDecoder<?> base = decoding == null ? decoder : decoding.base();
    if (DecoderRegistry.standard().find(type).filter(base::equals).isPresent()
        || type == Instant.class) {
      return "";
    }
    return base.getClass().isHidden() ? ", by its own decoder" : ", read as " + base;
  }
}
