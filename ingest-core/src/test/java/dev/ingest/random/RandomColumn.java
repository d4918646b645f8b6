package dev.ingest.random;

import dev.ingest.row.ColumnBuilder;
import dev.ingest.row.ColumnSchema;
import dev.ingest.row.RowSchemaBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * A column with random rules, which the builder and a file declare alike, and the cells that suit
 * it.
 *
 * @param type the type's name in files, empty where only Java has it
 * @param <T> the type of its values
 */
public record RandomColumn<T>(
    String name, String type, Class<T> values, List<Clause<T>> clauses, Arbitrary<Object> fitting) {

  /** Columns of all types that have the name. */
  static Arbitrary<RandomColumn<?>> named(String name, List<ColumnKind<?>> kinds) {
    return Arbitraries.of(kinds).flatMap(kind -> of(kind, name).map(column -> column));
  }

  private static <T> Arbitrary<RandomColumn<T>> of(ColumnKind<T> kind, String name) {
    List<Arbitrary<Optional<Clause<T>>>> choices = new ArrayList<>();
    for (List<Clause<T>> alternatives : kind.choices()) {
      choices.add(Arbitraries.of(alternatives).optional(0.2));
    }
    Arbitrary<Boolean> nullable = Arbitraries.of(true, false);
    return Combinators.combine(Combinators.combine(choices).as(chosen -> chosen), nullable)
        .as((chosen, absent) -> kind.column(name, chosen, absent));
  }

  /** Returns this column with one more clause. */
  RandomColumn<T> with(Clause<T> clause) {
    return new RandomColumn<>(
        name, type, values, Stream.concat(clauses.stream(), Stream.of(clause)).toList(), fitting);
  }

  /** Returns this column at a place in the sheet. */
  RandomColumn<T> at(String letters) {
    return with(new Clause<>("at: " + letters, column -> column.at(letters)));
  }

  /** Returns this column with a header of its own. */
  RandomColumn<T> headed(String header) {
    return with(new Clause<>("header: \"" + header + "\"", column -> column.header(header)));
  }

  /** Returns this column with another header that is taken for its own. */
  RandomColumn<T> alias(String header) {
    return with(new Clause<>("aliases: [\"" + header + "\"]", column -> column.aliases(header)));
  }

  /** Returns whether a file can say all of it. */
  boolean hasFileForm() {
    return !type.isEmpty() && clauses.stream().noneMatch(Clause::isOfJavaOnly);
  }

  /** Returns the column as an entry of a file, with remarks where that cannot say it. */
  String file() {
    return Stream.concat(
            Stream.of("name: " + name, "type: " + (type.isEmpty() ? values.getSimpleName() : type)),
            clauses.stream().map(Clause::toString))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  void declareIn(RowSchemaBuilder schema) {
    schema.column(name, values, this::described);
  }

  /** Returns the column as a schema has it. */
  ColumnSchema<T> schema() {
    return ColumnSchema.of(name, values, this::described);
  }

  private ColumnBuilder<T> described(ColumnBuilder<T> builder) {
    ColumnBuilder<T> described = builder;
    for (Clause<T> clause : clauses) {
      described = clause.java().apply(described);
    }
    return described;
  }

  /** Returns cells of the column in a sheet: most fit. */
  Arbitrary<@Nullable Object> cells() {
    Arbitrary<Object> usual = Arbitraries.oneOf(fitting, fitting, fitting, RandomCells.written());
    return RandomCells.mostly(usual.injectNull(0.08), RandomCells.any());
  }

  /** Returns whether values of the column can be a key. */
  boolean isKey() {
    return !schema().nullable() && isOfStandardType();
  }

  boolean isOfStandardType() {
    return !values.equals(ColumnKind.Code.class);
  }

  @Override
  public String toString() {
    return file();
  }
}
