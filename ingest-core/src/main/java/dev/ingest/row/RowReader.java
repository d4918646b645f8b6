package dev.ingest.row;

import dev.ingest.decode.DayOrderFinding;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a sheet against a schema: one {@link RowOutcome} for each physical row below
 * the header, in the order of the sheet. All problems of a row are found at once. Not thread-safe.
 *
 * @param <R> the rows' type
 */
public final class RowReader<R> implements Iterable<RowOutcome<R>>, AutoCloseable {

  private final SheetRows rows;
  private final RowSchema<R> schema;
  private final HeaderMatch header;
  private final RowCells cells;
  private final RowFilters<R> filters;
  private final @Nullable RowRules<R> rules;
  private final RowTallies tallies;
  private final Map<String, DayOrderFinding> dayOrders;
  private final @Nullable RepeatedHeader repeated;

  /** Null where nothing is to be decoded ahead. */
  private @Nullable DecodedJudge<R> ahead;

  private long hiddenRows;

  RowReader(
      SheetRows rows,
      HeaderMatch header,
      @Nullable MergedCells merged,
      RowSchema<R> schema,
      List<RowFilter<R>> filters,
      @Nullable RowRules<R> rules,
      Map<String, DayOrderFinding> dayOrders,
      AnchorSearch.@Nullable Found anchor) {
    this.rows = rows;
    this.rules = rules;
    this.dayOrders = dayOrders;
    this.schema = schema;
    this.header = header;
    this.tallies = new RowTallies(schema);
    this.filters = new RowFilters<>(schema, filters, anchor);
    this.cells = new RowCells(schema, header, merged, this.filters.areOfRows() && rules == null);
    this.repeated = RepeatedHeader.of(schema, header, cells.plain());
  }

  /** Opens a sheet without filters. */
  public static <R> RowReader<R> open(Sheet sheet, RowSchema<R> schema) {
    return open(sheet, schema, List.of());
  }

  /** Opens a sheet without rules. See {@link #open(Sheet, RowSchema, List, List)}. */
  public static <R> RowReader<R> open(
      Sheet sheet, RowSchema<R> schema, List<RowFilter<R>> filters) {
    return open(sheet, schema, filters, List.of());
  }

  /**
   * Opens a sheet and reads up to the header.
   *
   * @throws RefusedFileException if the header lacks columns, or has one twice; all such problems
   *     at once
   */
  public static <R> RowReader<R> open(
      Sheet sheet, RowSchema<R> schema, List<RowFilter<R>> filters, List<RowRule> rules) {
    return new RowOpening<>(sheet, schema, filters, rules).open();
  }

  /** Returns how the columns were found. */
  public HeaderMatch header() {
    return header;
  }

  /**
   * Returns the texts of a row that repeats the header and could be taken for data, which is
   * refused ({@code HEADER_REPEATED}); none where it could not, or is not all texts.
   */
  public List<String> repeatedHeader() {
    return repeated == null ? List.of() : repeated.allTexts();
  }

  /**
   * Returns the first data row's values that the others are compared with, by column; empty until
   * that row is read, and where no filter asks for one.
   */
  public Map<String, Object> anchors() {
    return filters.anchors();
  }

  /**
   * Returns the number of the row that the others are compared with, where a policy found another
   * than the first data row; empty until that one is read.
   */
  public OptionalInt lateAnchor() {
    int row = filters.lateAnchor();
    return row == 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /**
   * Returns what the cells of columns tell of the order of day and month, by column; of those only
   * that are read {@linkplain dev.ingest.decode.DayOrder#BY_WITNESS by witness}.
   */
  public Map<String, DayOrderFinding> dayOrders() {
    return dayOrders;
  }

  /** Returns the nulls of the rows accepted so far. */
  public NullTally nulls() {
    return tallies.nulls;
  }

  /** Returns how many of the rows so far were hidden; they are read like the others. */
  public long hiddenRows() {
    return hiddenRows;
  }

  /** Returns how many dates of the rows accepted so far were numbers without a date format. */
  public long serialsWithoutFormat() {
    return tallies.bareSerials;
  }

  /**
   * Returns what a person should know of the numbers of the rows accepted so far that have more
   * digits than Excel keeps: one sentence for each column that holds such.
   */
  public List<String> longNumbers() {
    return tallies.longNumbers.warnings(schema.names());
  }

  /**
   * Returns the next row's outcome, or null after the last.
   *
   * @throws RefusedFileException if it is the first data row, and a value that the other rows are
   *     compared with cannot be read
   */
  public @Nullable RowOutcome<R> next() {
    SheetRow row = advance();
    return row == null ? null : judge(row);
  }

  /**
   * Moves to the next physical row and returns its cells, or null after the last; for those who
   * look at the cells themselves. It has no outcome until {@link #judge} is asked.
   */
  public @Nullable SheetRow advance() {
    SheetRow row = rows.next();
    if (row != null && row.hidden()) {
      hiddenRows++;
    }
    return row;
  }

  /**
   * Has the cells of rows decoded ahead of this reader, by the thread that helps it where there is
   * one; iterators ask for it themselves. Decoders of one's own are not called there, nor are rows
   * made: all that is others' runs on the reader's thread. For those who judge all rows.
   */
  public void decodeAhead() {
    if (ahead == null) {
      ahead = new DecodedJudge<>(schema, filters, rules, cells, tallies.nulls, repeated);
    }
  }

  /** Returns the outcome of the row that {@link #advance()} has just returned. */
  public RowOutcome<R> judge(SheetRow row) {
    RowOutcome<R> outcome = ahead == null ? null : ahead.judge(row);
    if (outcome != null) {
      return outcome;
    }
    RowOutcome<R> passedOver = passedOver(row);
    return passedOver == null ? judge(row, row.hidden() && schema.hidesRows()) : passedOver;
  }

  /** Starts a row, and returns its outcome if it sets no example and its cells do not matter. */
  @Nullable RowOutcome<R> passedOver(SheetRow row) {
    cells.start(row);
    if (ahead != null) {
      ahead.take(row);
    }
    String rule = rules == null ? null : rules.passedOverBy(cells);
    if (rule != null) {
      return new RowOutcome.Skipped<>(row.number(), rule);
    }
    if (cells.allBlank()) {
      return new RowOutcome.Blank<>(row.number());
    }
    return row.hidden() && schema.hidesRows() && schema.policies().hidden() == HiddenRows.SKIP
        ? new RowOutcome.Filtered<>(row.number(), "hidden row")
        : null;
  }

  /**
   * Iterates over the outcomes that are left; the rows are read once, so a second iterator goes on
   * where the first one stopped.
   */
  @Override
  public Iterator<RowOutcome<R>> iterator() {
    return new OutcomeIterator<>(this);
  }

  /** Returns what looks at the cells of the current row, for {@link RowProbe}. */
  RowCells cells() {
    return cells;
  }

  /** Returns the schema with what was decided by the cells of the sheet. */
  RowSchema<R> schema() {
    return schema;
  }

  private RowOutcome<R> judge(SheetRow row, boolean hidden) {
    String filter = filters.turnedAwayBy(row.number(), cells);
    if (filter != null) {
      return new RowOutcome.Filtered<>(row.number(), filter);
    }
    List<Problem> problems = hidden ? withHidden(cells.decodeAll()) : cells.decodeAll();
    if (problems.isEmpty() && repeated != null) {
      Problem again = repeated.problem(cells);
      problems = again == null ? List.of() : List.of(again);
    }
    if (!problems.isEmpty()) {
      return new RowOutcome.Rejected<>(row.number(), problems);
    }
    RowOutcome<R> outcome = made(row, cells.values());
    if (outcome instanceof RowOutcome.Accepted) {
      cells.count(tallies);
    }
    return outcome;
  }

  private RowOutcome<R> made(SheetRow row, @Nullable Object[] values) {
    try {
      return accept(row.number(), schema.row(values));
    } catch (RowRefusedException refused) {
      Problem problem = cells.problemOfRow(ProblemCode.ROW_REFUSED, refused.getMessage() + "", "");
      return new RowOutcome.Rejected<>(row.number(), List.of(problem));
    }
  }

  private List<Problem> withHidden(List<Problem> others) {
    String found = "expected rows that are shown, found a hidden one";
    List<Problem> all = new ArrayList<>(others);
    all.add(cells.problemOfRow(ProblemCode.HIDDEN_ROW, found, "show the row, or delete it"));
    return all;
  }

  private RowOutcome<R> accept(int row, R value) {
    String filter = filters.turnedAwayBy(value);
    if (filter != null) {
      return new RowOutcome.Filtered<>(row, filter);
    }
    return rules == null ? new RowOutcome.Accepted<>(row, value) : rules.judge(row, value, cells);
  }

  @Override
  public void close() {
    rows.close();
  }
}
