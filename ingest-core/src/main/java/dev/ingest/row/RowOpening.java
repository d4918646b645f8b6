package dev.ingest.row;

import dev.ingest.decode.DayOrderFinding;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRows;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opens a sheet for reading. What cannot be known row by row is found here in passes of their own,
 * each only where it is asked for: the order of day and month, merged areas, and rows that later
 * ones replace.
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
    if (rules.isEmpty()) {
      return open(decided, null, orders);
    }
    RowRuleChecks.check(schema, rules);
    BitSet replaced = RowRules.keepsLast(rules) ? replaced(decided, orders) : null;
    return open(decided, new RowRules<>(decided, rules, replaced), orders);
  }

  private RowReader<R> open(
      RowSchema<R> decided, @Nullable RowRules<R> applied, Map<String, DayOrderFinding> orders) {
    SheetRows rows = sheet.rows();
    try {
      HeaderMatch header = new HeaderSearch(sheet, schema).find(rows);
      MergedCells merged = MergedCells.of(sheet, schema, header);
      return new RowReader<>(rows, header, merged, decided, filters, applied, orders);
    } catch (RuntimeException failure) {
      rows.close();
      throw failure;
    }
  }

  /** Reads all rows for the numbers of those that a later one replaces. */
  private BitSet replaced(RowSchema<R> decided, Map<String, DayOrderFinding> orders) {
    BitSet found = new BitSet();
    RowRules<R> finding = new RowRules<>(decided, rules, null);
    try (RowReader<R> reader = open(decided, finding, orders)) {
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
