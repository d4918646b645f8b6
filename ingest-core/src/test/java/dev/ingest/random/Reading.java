package dev.ingest.random;

import dev.ingest.problem.Note;
import dev.ingest.problem.NullReason;
import dev.ingest.problem.Problem;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowOutcome;
import dev.ingest.row.RowReader;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.SheetSelector;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that a reader tells of the sheet {@code data}.
 *
 * @param rowsAbove rows above the header
 * @param headerRows 1, or 0 where there is no header
 * @param outcomes of the rows, up to the one at which the file was refused
 * @param longNumbers what is said of numbers of more than 15 digits
 * @param refusal the problems of the file, none where it was taken
 */
public record Reading<R>(
    int rowsAbove,
    int headerRows,
    List<RowOutcome<R>> outcomes,
    Map<String, Map<NullReason, Long>> nulls,
    long hidden,
    long bareSerials,
    List<Note> longNumbers,
    List<Problem> refusal) {

  /** Reads one row after the other. */
  public static <R> Reading<R> of(
      byte[] workbook, RowSchema<R> schema, List<RowFilter<R>> filters, List<RowRule> rules) {
    return read(workbook, schema, filters, rules, false);
  }

  /** Reads rows that are decoded ahead of the reader, where they can be. */
  public static <R> Reading<R> ahead(
      byte[] workbook, RowSchema<R> schema, List<RowFilter<R>> filters, List<RowRule> rules) {
    return read(workbook, schema, filters, rules, true);
  }

  private static <R> Reading<R> read(
      byte[] bytes,
      RowSchema<R> schema,
      List<RowFilter<R>> filters,
      List<RowRule> rules,
      boolean ahead) {
    List<RowOutcome<R>> outcomes = new ArrayList<>();
    try (Workbook workbook =
            Workbook.open(WorkbookSource.of("a.xlsx", bytes), ReadOptions.defaults());
        RowReader<R> rows =
            RowReader.open(
                workbook.sheet(SheetSelector.named(RandomSheet.NAME)), schema, filters, rules)) {
      List<Problem> refusal = take(rows, outcomes, ahead);
      return new Reading<>(
          rows.header().rowsAbove(),
          rows.header().rows(),
          outcomes,
          rows.nulls().byColumn(),
          rows.hiddenRows(),
          rows.serialsWithoutFormat(),
          rows.longNumbers(),
          refusal);
    } catch (RefusedFileException header) {
      return new Reading<>(0, 0, List.of(), Map.of(), 0, 0, List.of(), header.problems());
    }
  }

  private static <R> List<Problem> take(
      RowReader<R> rows, List<RowOutcome<R>> outcomes, boolean ahead) {
    try {
      if (ahead) {
        rows.forEach(outcomes::add);
      } else {
        for (RowOutcome<R> row = rows.next(); row != null; row = rows.next()) {
          outcomes.add(row);
        }
      }
      return List.of();
    } catch (RefusedFileException anchor) {
      return anchor.problems();
    }
  }

  /** Returns the problems of the rows, and those of the file, in the order they are told. */
  public List<Problem> problems() {
    List<Problem> all = new ArrayList<>();
    for (RowOutcome<R> outcome : outcomes) {
      if (outcome instanceof RowOutcome.Rejected<R> rejected) {
        all.addAll(rejected.problems());
      }
    }
    all.addAll(refusal);
    return all;
  }

  /** Returns the rows that were accepted. */
  public List<R> accepted() {
    List<R> all = new ArrayList<>();
    for (RowOutcome<R> outcome : outcomes) {
      if (outcome instanceof RowOutcome.Accepted<R> accepted) {
        all.add(accepted.value());
      }
    }
    return all;
  }
}
