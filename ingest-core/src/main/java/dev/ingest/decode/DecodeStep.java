package dev.ingest.decode;

import dev.ingest.workbook.Cell;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of decoding a cell: what was asked, what went in, what came out. See {@link
 * CellDecoder#steps}.
 *
 * @param step what was asked: {@code pattern dd.MM.yyyy}
 * @param given what went in, in the words of a message: {@code text "3.4.2020"}
 */
public record DecodeStep(String step, String given, DecodeOutcome outcome) {

  private static final String NO_FIT = "it is not written so";

  /** Returns a step that is all of a decoder. */
  static DecodeStep of(CellDecoder<?> decoder, Cell cell) {
    return of(name(decoder), decoder, cell);
  }

  /** Returns a step that is all of a decoder, under another name. */
  static DecodeStep of(String step, CellDecoder<?> decoder, Cell cell) {
    return new DecodeStep(step, Refusals.found(cell), DecodeOutcome.of(decoder, cell));
  }

  /** Returns a step that takes a cell's text or leaves it to the next one. */
  static DecodeStep tried(String step, Cell cell, @Nullable Object value) {
    return new DecodeStep(
        step,
        Refusals.found(cell),
        value == null ? new DecodeOutcome.PassedOn(NO_FIT) : new DecodeOutcome.Value(value));
  }

  /** Returns whether the step came to a result and did not pass the cell on. */
  boolean isDecisive() {
    return !(outcome instanceof DecodeOutcome.PassedOn);
  }

  /** Returns whether the last of these steps came to a result. */
  static boolean isDecided(List<DecodeStep> steps) {
    return steps.get(steps.size() - 1).isDecisive();
  }

  /** Returns the steps with one more behind them. */
  static List<DecodeStep> and(List<DecodeStep> steps, DecodeStep last) {
    List<DecodeStep> all = new ArrayList<>(steps);
    all.add(last);
    return List.copyOf(all);
  }

  /** Returns what the last of these steps came to. */
  static DecodeOutcome last(List<DecodeStep> steps) {
    return steps.get(steps.size() - 1).outcome();
  }

  /** A decoder that says nothing of itself is somebody's own. */
  private static String name(CellDecoder<?> decoder) {
    Class<?> type = decoder.getClass();
    boolean mute = decoder.toString().equals(type.getName() + "@" + hash(decoder));
    if (!mute) {
      return decoder.toString();
    }
    boolean nameless = type.isHidden() || type.getSimpleName().isEmpty();
    return nameless ? "a decoder of one's own" : type.getSimpleName();
  }

  private static String hash(Object decoder) {
    return Integer.toHexString(decoder.hashCode());
  }

  /** Returns {@code double: text "oops" -> NOT_A_NUMBER, expected a number, found text "oops"}. */
  @Override
  public String toString() {
    return step + ": " + given + " -> " + outcome;
  }
}
