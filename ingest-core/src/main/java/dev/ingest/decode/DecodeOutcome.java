package dev.ingest.decode;

import dev.ingest.problem.NullReason;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;

/** What came out of one step of decoding. Its text is for people. */
public sealed interface DecodeOutcome {

  /** A value. */
  record Value(Object value) implements DecodeOutcome {
    @Override
    public String toString() {
      return shown(value);
    }
  }

  /** No value, and why. */
  record Absent(NullReason reason) implements DecodeOutcome {
    @Override
    public String toString() {
      return "null, " + reason;
    }
  }

  /**
   * A refusal.
   *
   * @param expected what would have been right
   * @param found what is there instead; of all parts, this one alone repeats what the cell holds
   */
  record Refused(ProblemCode code, String expected, String found, String hint)
      implements DecodeOutcome {
    @Override
    public String toString() {
      return code + ", expected " + expected + ", found " + found;
    }
  }

  /**
   * Nothing: the step does not concern the cell, and the next one is asked.
   *
   * @param why in words that never repeat what the cell holds
   */
  record PassedOn(String why) implements DecodeOutcome {
    @Override
    public String toString() {
      return "passed on, " + why;
    }
  }

  /** Returns what a decoder makes of a cell that is not blank. */
  static <T> DecodeOutcome of(CellDecoder<T> decoder, Cell cell) {
    try {
      T value = decoder.decode(cell);
      return value == null ? new Absent(decoder.whyNull(cell)) : new Value(value);
    } catch (CellDecodeException refused) {
      return of(refused);
    }
  }

  /** Returns a refusal as an outcome. */
  static DecodeOutcome of(CellDecodeException refused) {
    return new Refused(refused.code(), refused.expected(), refused.found(), refused.hint());
  }

  private static String shown(Object value) {
    String text = Problem.shortened(value.toString());
    return value instanceof CharSequence ? '"' + text + '"' : text;
  }
}
