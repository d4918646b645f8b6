package dev.ingest.row;

import dev.ingest.decode.DayOrderFinding;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.row.AnchorSearch.Found;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRows;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opens a sheet for reading. What cannot be known row by row is found here in passes of their own,
 * each only where it is asked for: the order of day and month, merged areas, and rows that later
 * ones replace, and the row that others are compared with where that need not be the first.
 */
final class RowOpening<R> {

  private final Sheet sheet;
  private final RowSchema<R> schema;
  private final List<RowFilter<R>> filters;
  private final List<RowRule> rules;

  RowOpening(Sheet sheet, RowSchema<R> schema, List<RowFilter<R>> filters, List<RowRule> rules) {
    this.sheet = sheet;
    this.schema = schema;
    this.filters = filters;
    this.rules = rules;
  }

  RowReader<R> open() {
    Map<String, DayOrderFinding> orders =
        schema.wantsWitnesses() ? DayOrders.of(sheet, schema, rules) : Map.of();
    RowSchema<R> decided = orders.isEmpty() ? schema : DayOrders.in(schema, orders);
    if (!rules.isEmpty()) {
      RowRuleChecks.check(schema, rules);
    }
    Found anchor = anchor(decided);
    BitSet replaced = RowRules.keepsLast(rules) ? replaced(decided, anchor) : null;
    return open(decided, filters, applied(decided, replaced), orders, anchor);
  }

  private @Nullable RowRules<R> applied(RowSchema<R> decided, @Nullable BitSet replaced) {
    return rules.isEmpty() ? null : new RowRules<>(decided, rules, replaced);
  }

  private RowReader<R> open(
      RowSchema<R> decided,
      List<RowFilter<R>> asked,
      @Nullable RowRules<R> applied,
      Map<String, DayOrderFinding> orders,
      @Nullable Found anchor) {
    SheetRows rows = sheet.rows();
    try {
      HeaderSearch search = new HeaderSearch(sheet, schema);
      HeaderMatch header = search.find(rows);
      MergedCells merged = MergedCells.of(sheet, schema, header);
      return new RowReader<>(rows, search, header, merged, decided, asked, applied, orders, anchor);
    } catch (RuntimeException failure) {
      rows.close();
      throw failure;
    }
  }

  /** Reads up to the row that the others are compared with, if a filter asks for such a row. */
  private @Nullable Found anchor(RowSchema<R> decided) {
    List<String> columns = AnchorSearch.columns(filters);
    if (columns.isEmpty()) {
      return null;
    }
    try (RowReader<R> reader = open(decided, List.of(), applied(decided, null), Map.of(), null)) {
      return AnchorSearch.in(reader, columns);
    }
  }

  /** Reads all rows for the numbers of those that a later one replaces. */
  private BitSet replaced(RowSchema<R> decided, @Nullable Found anchor) {
    BitSet found = new BitSet();
    RowRules<R> finding = new RowRules<>(decided, rules, null);
    try (RowReader<R> reader = open(decided, filters, finding, Map.of(), anchor)) {
      reader.decodeAhead();
      for (RowOutcome<R> row = reader.next(); row != null; row = reader.next()) {
        if (row instanceof RowOutcome.Accepted<R> accepted) {
          found.set(finding.replaces(accepted.row(), accepted.value()));
        }
      }
    } catch (RefusedFileException refused) {
      return found; // the reading that counts comes to the same cell, and tells it
    }
    return found;
  }
}
