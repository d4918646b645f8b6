package dev.ingest.row;

import dev.ingest.decode.CellDecoder;
import dev.ingest.decode.CellDecoders;
import dev.ingest.naming.Spaces;
import dev.ingest.problem.NullReason;
import dev.ingest.workbook.ExcelError;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What {@link PlainCells} takes of one column without a second look. What a column says of text
 * that stands for a number or a date matters to other cells than these, and is not asked here.
 */
final class PlainColumn {

  static final int OTHER = 0;
  static final int TEXT = 1;
  static final int DOUBLE = 2;
  static final int LONG = 3;
  static final int INTEGER = 4;
  static final int BOOLEAN = 5;
  static final int DAY = 6;
  static final int MISSING = 7;

  /** What its cells must hold; {@link #OTHER} where each of them must be looked into. */
  final int wanted;

  /** Why a blank cell is null, or null where it must not be. */
  final @Nullable NullReason blank;

  /** Null where there are none, as in most columns: so its classes need not be loaded. */
  final @Nullable PlainRules rules;

  /** Whether no rule lets a text be a value. */
  private final boolean bare;

  /** Whether an error without a policy of its own is null. */
  private final boolean lenient;

  PlainColumn(ColumnSchema<?> column, boolean missing) {
    ColumnDecoding<?> decoding = column.decoding();
    CellDecoder<?> strict = decoding == null ? strict(column.decoder()) : decoding.base();
    int reads = column.isPlain() && strict != null ? wanted(strict, column.type()) : OTHER;
    this.wanted = missing && column.nullable() ? MISSING : missing ? OTHER : reads;
    NullReason absent = missing ? NullReason.missing() : NullReason.blank();
    this.blank = column.nullable() ? absent : null;
    this.lenient =
        column.nullable()
            && (decoding == null ? strict != column.decoder() : decoding.rules().lenient());
    this.rules = decoding == null ? null : PlainRules.of(decoding.rules());
    this.bare = !lenient && (decoding == null || isBare(decoding.rules()));
  }

  private static boolean isBare(CellRules rules) {
    return !rules.makesNulls()
        && rules.numberPattern().isEmpty()
        && rules.datePatterns().isEmpty()
        && rules.dayOrder().isEmpty();
  }

  /** Returns whether a text is certainly no value; false where the decoder must be asked. */
  boolean refuses(String text) {
    if (Spaces.isBlank(text)) {
      return blank == null;
    }
    boolean digit = text.charAt(0) >= '0' && text.charAt(0) <= '9';
    boolean number = wanted == DOUBLE || wanted == LONG || wanted == INTEGER;
    return bare && (number || wanted == DAY && !digit && !Spaces.isSpace(text.charAt(0)));
  }

  /** Returns the catalogue's decoder that this one is, or is but for leniency; or null. */
  private static @Nullable CellDecoder<?> strict(CellDecoder<?> decoder) {
    for (CellDecoder<?> standard : CellDecoders.catalogue()) {
      if (decoder == standard || decoder.equals(standard.lenient())) {
        return standard;
      }
    }
    return null;
  }

  private static int wanted(CellDecoder<?> decoder, Class<?> type) {
    if (decoder == CellDecoders.text()) {
      return TEXT;
    }
    if (decoder == CellDecoders.doubles()) {
      return DOUBLE;
    }
    if (decoder == CellDecoders.dates()) {
      return type == LocalDate.class ? DAY : OTHER;
    }
    if (decoder == CellDecoders.longs()) {
      return LONG;
    }
    if (decoder == CellDecoders.integers()) {
      return INTEGER;
    }
    return decoder == CellDecoders.booleans() ? BOOLEAN : OTHER;
  }

  /** Returns why an error is null, or null where it is not. */
  @Nullable NullReason whyNull(ExcelError error) {
    if (rules != null) {
      return rules.whyNull(error, lenient);
    }
    return lenient ? NullReason.error(error) : null;
  }
}
