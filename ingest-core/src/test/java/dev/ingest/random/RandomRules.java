package dev.ingest.random;

import dev.ingest.row.AnchorRow;
import dev.ingest.row.DuplicateRows;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowCondition;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRange;
import dev.ingest.row.RowRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Filters and rules for the columns of a table, which do not contradict each other. */
final class RandomRules {

  private final List<RandomColumn<?>> columns;
  private final boolean inFiles;

  /**
   * Makes rules for columns.
   *
   * @param inFiles whether only those are made that a file can say
   */
  RandomRules(List<RandomColumn<?>> columns, boolean inFiles) {
    this.columns = columns;
    this.inFiles = inFiles;
  }

  /** Some filters, each of a name of its own. */
  Arbitrary<List<Said<RowFilter<DynamicRow>>>> filters() {
    List<Said<RowFilter<DynamicRow>>> others = new ArrayList<>(ofRows());
    List<Said<RowFilter<DynamicRow>>> ofColumns = new ArrayList<>();
    for (RandomColumn<?> column : columns) {
      ofColumns.addAll(sameAsFirst(column.name()));
      others.addAll(ofValues(column));
    }
    Arbitrary<Said<RowFilter<DynamicRow>>> any =
        Arbitraries.oneOf(Arbitraries.of(ofColumns), Arbitraries.of(others));
    return Arbitraries.integers()
        .between(0, 3)
        .flatMap(
            n -> any.list().ofMaxSize(n == 0 ? 2 : 0).uniqueElements(said -> said.java().name()));
  }

  private List<Said<RowFilter<DynamicRow>>> ofRows() {
    List<Said<RowFilter<DynamicRow>>> all = new ArrayList<>();
    all.add(
        said(
            "name: middle, rows: { from: 3, to: 8 }",
            RowFilter.rows("middle", new RowRange(3, 8))));
    if (!inFiles) {
      all.add(
          said("", RowFilter.keep("few", row -> Objects.hashCode(row.values().get(0)) % 3 != 0)));
      all.add(said("", RowFilter.rows("upper rows", row -> row < 9)));
    }
    return all;
  }

  private static List<Said<RowFilter<DynamicRow>>> sameAsFirst(String column) {
    return List.of(
        said("sameAsFirst: " + column, RowFilter.sameAsFirst(column)),
        said(
            "sameAsFirst: { column: " + column + ", anchor: firstReadable }",
            RowFilter.sameAsFirst(column, AnchorRow.FIRST_READABLE)));
  }

  private static List<Said<RowFilter<DynamicRow>>> ofValues(RandomColumn<?> column) {
    List<Said<RowFilter<DynamicRow>>> all = new ArrayList<>();
    String name = column.name();
    if (!column.schema().sensitive()) { // no value of those stands in a key
      all.add(
          said(
              "sameAsKey: { column: " + name + ", part: label }",
              RowFilter.sameAsKey(name, "label")));
    }
    all.add(
        said(
            "name: seven %s, sameAs: { column: %s, text: 7 }".formatted(name, name),
            RowFilter.sameAs("seven " + name, name, "7")));
    Object[] values = values(column.type());
    if (values.length > 0) {
      String in = "{ column: " + name + ", in: " + written(column.type()) + " }";
      all.add(
          said("name: some " + name + ", keep: " + in, RowFilter.in("some " + name, name, values)));
      all.add(
          said(
              "name: not " + name + ", drop: " + in, RowFilter.notIn("not " + name, name, values)));
    }
    return all;
  }

  private static String written(String type) {
    return switch (type) {
      case "text" -> "[UK, \"a,b\"]";
      case "date" -> "[2020-02-01]";
      case "boolean" -> "\"true\"";
      case "decimal" -> "[1.50, 0]";
      default -> "[0, 1]";
    };
  }

  /** Values of the types that have some here. */
  private static Object[] values(String type) {
    return switch (type) {
      case "text" -> new Object[] {"UK", "a,b"};
      case "date" -> new Object[] {LocalDate.of(2020, 2, 1)};
      case "boolean" -> new Object[] {true};
      case "decimal" -> new Object[] {new BigDecimal("1.5"), BigDecimal.ZERO};
      case "integer" -> new Object[] {0, 1};
      case "long" -> new Object[] {0L, 1L};
      case "double" -> new Object[] {0.0, 1.0};
      default -> new Object[0];
    };
  }

  /** Some rules: skipping, stopping, and a key. */
  Arbitrary<List<Said<RowRule>>> rules() {
    Arbitrary<Said<RowRule>> skip =
        conditions()
            .map(
                when ->
                    said(
                        "name: skip, skip: { " + when.file() + " }",
                        RowRule.skip("skip", when.java())));
    Arbitrary<Said<RowRule>> stop =
        conditions()
            .map(
                when ->
                    said(
                        "name: stop, stop: { " + when.file() + " }",
                        RowRule.stop("stop", when.java())));
    Arbitrary<Said<RowRule>> blank =
        Arbitraries.integers()
            .between(1, 2)
            .map(rows -> said("stopAfterBlank: " + rows, RowRule.stopAfterBlank(rows)));
    Arbitrary<List<Said<RowRule>>> some =
        Combinators.combine(
                skip.list().ofMaxSize(1),
                stop.list().ofMaxSize(1),
                blank.list().ofMaxSize(1),
                keys())
            .as((a, b, c, d) -> Stream.of(a, b, c, d).flatMap(List::stream).toList());
    return Arbitraries.oneOf(Arbitraries.just(List.of()), some);
  }

  private Arbitrary<Said<RowCondition>> conditions() {
    return Arbitraries.of(columns).map(RandomColumn::name).flatMap(RandomRules::conditions);
  }

  private static Arbitrary<Said<RowCondition>> conditions(String column) {
    String file = "column: " + column + ", ";
    return Arbitraries.of(
        said(file + "matches: \"U.*|oops|1\"", RowCondition.matches(column, "U.*|oops|1")),
        said(file + "equals: n/a", RowCondition.equalTo(column, "n/a")),
        said(file + "equals: -1", RowCondition.equalTo(column, "-1")),
        said(file + "blank: true", RowCondition.blank(column)),
        said(file + "blank: false", RowCondition.notBlank(column)),
        said(file + "below: 0", RowCondition.below(column, BigDecimal.ZERO)),
        said(file + "above: 1.50", RowCondition.above(column, new BigDecimal("1.5"))));
  }

  private Arbitrary<List<Said<RowRule>>> keys() {
    List<String> keys =
        columns.stream().filter(RandomColumn::isKey).map(RandomColumn::name).toList();
    boolean standard = columns.stream().allMatch(RandomColumn::isOfStandardType);
    if (keys.isEmpty()) {
      return Arbitraries.just(List.of());
    }
    return Arbitraries.of(DuplicateRows.class)
        .filter(duplicates -> standard || duplicates != DuplicateRows.COLLAPSE_IDENTICAL)
        .map(duplicates -> key(duplicates, keys))
        .list()
        .ofMaxSize(1);
  }

  private static Said<RowRule> key(DuplicateRows duplicates, List<String> keys) {
    String word =
        switch (duplicates) {
          case REJECT -> "reject";
          case KEEP_FIRST -> "keepFirst";
          case KEEP_LAST -> "keepLast";
          case COLLAPSE_IDENTICAL -> "collapseIdentical";
        };
    return said(
        "uniqueKey: { columns: " + keys + ", duplicates: " + word + " }",
        RowRule.uniqueKey(duplicates, keys.toArray(new String[0])));
  }

  private static <T> Said<T> said(String file, T java) {
    return new Said<>(file, java);
  }
}
