package dev.ingest.decode;

import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A constant of an enum by its label, letter for letter. */
record EnumDecoder<E extends Enum<E>>(Map<String, E> constants) implements CatalogueDecoder<E> {

  /** Finds the constants by their labels, of which no two may be alike. */
  static <E extends Enum<E>> EnumDecoder<E> of(Class<E> type, Function<E, String> label) {
    Map<String, E> constants = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      E other = constants.put(label.apply(constant), constant);
      if (other != null) {
        throw new IllegalArgumentException(
            "%s: expected a label of its own for each constant, found \"%s\" for %s and %s"
                .formatted(type.getName(), label.apply(constant), other, constant));
      }
    }
    return new EnumDecoder<>(constants);
  }

  @Override
  public E decode(Cell cell) throws CellDecodeException {
    E constant =
        switch (cell.kind()) {
          case ERROR, UNCALCULATED -> null;
          default -> constants.get(TextDecoder.text(cell));
        };
    if (constant == null) {
      throw Refusals.of(cell, ProblemCode.NOT_IN_SET, expected());
    }
    return constant;
  }

  @Override
  public String expected() {
    return "one of " + constants.keySet();
  }

  @Override
  public String toString() {
    return expected();
  }
}
