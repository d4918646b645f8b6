package dev.ingest.random;

import dev.ingest.random.RandomSheet.Line;
import dev.ingest.row.HeaderRow;
import dev.ingest.row.HiddenRows;
import dev.ingest.row.MissingColumn;
import dev.ingest.row.Policies;
import dev.ingest.row.UnexpectedColumn;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Random tables: schemas over all types with null tokens, error policies, rules of values, optional
 * columns, aliases and positions; policies, filters and rules of rows; and sheets with fitting
 * values, near misses, blanks, errors, wrong types, duplicates, gaps, hidden rows, blank rows and
 * merged cells.
 */
public final class RandomTables {

  private static final int MOST_COLUMNS = 4;

  /** Where a column is in the sheet, and how its header is written there. */
  private enum Heading {
    EXACT,
    NORMALISED,
    OWN,
    ALIAS,
    POSITION,
    MISSING
  }

  private RandomTables() {}

  /** Tables of all kinds. */
  public static Arbitrary<RandomTable> all() {
    return tables(ColumnKind.all(), false);
  }

  /** Tables whose columns, filters and rules a file can declare. */
  public static Arbitrary<RandomTable> inFiles() {
    return tables(ColumnKind.inFiles(), true).filter(RandomTable::hasFileForm);
  }

  private static Arbitrary<RandomTable> tables(List<ColumnKind<?>> kinds, boolean inFiles) {
    return Arbitraries.integers()
        .between(1, MOST_COLUMNS)
        .flatMap(count -> columns(count, kinds))
        .flatMap(columns -> ofColumns(columns, inFiles));
  }

  private static Arbitrary<List<RandomColumn<?>>> columns(int count, List<ColumnKind<?>> kinds) {
    List<Arbitrary<RandomColumn<?>>> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      columns.add(RandomColumn.named("c" + i, kinds));
    }
    return Combinators.combine(columns).as(List::copyOf);
  }

  private static Arbitrary<RandomTable> ofColumns(List<RandomColumn<?>> columns, boolean inFiles) {
    Arbitrary<List<Heading>> headings =
        Arbitraries.frequency(
                Tuple.of(10, Heading.EXACT),
                Tuple.of(3, Heading.NORMALISED),
                Tuple.of(3, Heading.OWN),
                Tuple.of(3, Heading.ALIAS),
                Tuple.of(2, Heading.POSITION),
                Tuple.of(1, Heading.MISSING))
            .list()
            .ofSize(columns.size());
    Arbitrary<List<@Nullable RandomColumn<?>>> order = order(columns);
    return Combinators.combine(headings, order, policies(), Arbitraries.integers().between(0, 2))
        .flatAs(
            (ways, placed, policies, above) ->
                laidOut(columns, ways, placed, policies, above, inFiles));
  }

  /** The columns in any order, and others, which are null, among them. */
  private static Arbitrary<List<@Nullable RandomColumn<?>>> order(List<RandomColumn<?>> columns) {
    List<@Nullable RandomColumn<?>> more = new ArrayList<>(columns);
    more.add(null);
    return Arbitraries.oneOf(Arbitraries.shuffle(more), Arbitraries.shuffle(columns).map(a -> a));
  }

  private static Arbitrary<RandomTable> laidOut(
      List<RandomColumn<?>> columns,
      List<Heading> headings,
      List<@Nullable RandomColumn<?>> order,
      Policies policies,
      int above,
      boolean inFiles) {
    boolean headless = headings.stream().allMatch(Heading.POSITION::equals) && above == 0;
    List<RandomColumn<?>> declared = new ArrayList<>();
    List<@Nullable String> header = new ArrayList<>(Collections.nCopies(order.size(), "other"));
    for (int i = 0; i < columns.size(); i++) {
      RandomColumn<?> column = columns.get(i);
      int at = order.indexOf(column);
      declared.add(declared(column, headings.get(i), at));
      header.set(at, header(column, headings.get(i)));
    }
    List<Arbitrary<@Nullable Object>> cells = new ArrayList<>();
    for (RandomColumn<?> column : order) {
      cells.add(column == null ? RandomCells.any() : column.cells());
    }
    HeaderRow row = headless ? HeaderRow.none() : declared(policies.header(), above);
    Arbitrary<RandomSheet> sheets =
        sheets(headless ? 0 : above, headless ? List.of() : header, cells);
    RandomRules rows = new RandomRules(declared, inFiles);
    return Combinators.combine(sheets, rows.filters(), rows.rules())
        .as(
            (sheet, filters, rules) ->
                new RandomTable(declared, policies.with(row), filters, rules, sheet));
  }

  private static HeaderRow declared(HeaderRow wanted, int above) {
    return wanted.isSearched() ? wanted : HeaderRow.at(above + 1);
  }

  private static RandomColumn<?> declared(RandomColumn<?> column, Heading heading, int at) {
    return switch (heading) {
      case OWN -> column.headed("The " + column.name());
      case ALIAS -> column.alias("Other " + column.name());
      case POSITION -> column.at(CellAddress.columnName(at + 1));
      default -> column;
    };
  }

  private static @Nullable String header(RandomColumn<?> column, Heading heading) {
    return switch (heading) {
      case EXACT -> column.name();
      case NORMALISED -> " " + column.name().toUpperCase(Locale.ROOT) + "\u00a0";
      case OWN -> "The " + column.name();
      case ALIAS -> "other\n" + column.name();
      case POSITION -> "whatever";
      case MISSING -> null;
    };
  }

  private static Arbitrary<Policies> policies() {
    return Combinators.combine(
            Arbitraries.of(MissingColumn.NULL, MissingColumn.NULL, MissingColumn.FAIL),
            Arbitraries.of(
                UnexpectedColumn.WARN,
                UnexpectedColumn.WARN,
                UnexpectedColumn.IGNORE,
                UnexpectedColumn.FAIL),
            Arbitraries.of(HiddenRows.READ, HiddenRows.READ, HiddenRows.SKIP, HiddenRows.REJECT),
            Arbitraries.of(HeaderRow.search(), HeaderRow.search(), HeaderRow.at(1)))
        .as(
            (missing, unexpected, hidden, header) ->
                Policies.strict().with(missing).with(unexpected).with(hidden).with(header));
  }

  /** Rows repeat, so that keys do. */
  private static Arbitrary<RandomSheet> sheets(
      int above, List<@Nullable String> header, List<Arbitrary<@Nullable Object>> cells) {
    Arbitrary<List<@Nullable Object>> full =
        Combinators.combine(cells).as(Collections::unmodifiableList);
    Arbitrary<List<@Nullable Object>> row =
        Arbitraries.integers()
            .between(0, 19)
            .flatMap(n -> n == 0 ? Arbitraries.just(List.of()) : full);
    Arbitrary<Line> line =
        Combinators.combine(
                Arbitraries.of(1, 1, 1, 3), Arbitraries.of(false, false, false, true), row)
            .as(Line::new);
    Arbitrary<List<Line>> lines =
        line.list()
            .ofMinSize(1)
            .ofMaxSize(8)
            .flatMap(kinds -> Arbitraries.of(kinds).list().ofMinSize(1).ofMaxSize(12));
    int first = above + (header.isEmpty() ? 1 : 2);
    return Combinators.combine(
            lines,
            merged(first, cells.size()),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false, false, false))
        .as(
            (rows, areas, inline, date1904) ->
                new RandomSheet(above, header, rows, areas, inline, date1904));
  }

  /** At most one area in each column: they do not overlap. */
  private static Arbitrary<List<CellRange>> merged(int first, int columns) {
    Arbitrary<@Nullable CellRange> area =
        Combinators.combine(
                Arbitraries.integers().between(first, first + 4),
                Arbitraries.integers().between(1, 3))
            .as(
                (row, more) ->
                    (@Nullable CellRange) new CellRange(RandomSheet.NAME, row, 1, row + more, 1))
            .injectNull(0.7);
    return area.list()
        .ofSize(columns)
        .map(
            areas ->
                IntStream.range(0, columns)
                    .mapToObj(i -> moved(areas.get(i), i + 1))
                    .filter(Objects::nonNull)
                    .toList());
  }

  private static @Nullable CellRange moved(@Nullable CellRange area, int column) {
    return area == null
        ? null
        : new CellRange(RandomSheet.NAME, area.firstRow(), column, area.lastRow(), column);
  }
}
