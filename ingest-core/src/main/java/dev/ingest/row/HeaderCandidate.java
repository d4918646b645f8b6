package dev.ingest.row;

import dev.ingest.naming.NearMiss;
import dev.ingest.row.HeaderMatch.Binding;
import dev.ingest.row.HeaderMatch.How;
import dev.ingest.row.HeaderMatch.Unexpected;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.SheetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one row would be if it were the header.
 *
 * @param row counted from 1
 * @param bindings in the order of the sheet; a column may have several, or none
 * @param others headers that no column asked for
 */
record HeaderCandidate(int row, List<Binding> bindings, List<Unexpected> others) {

  /** More texts of one row are not compared with the columns: a sheet may be very wide. */
  private static final int MOST_COMPARED = 200;

  /** Looks at a row. */
  static HeaderCandidate of(String sheet, SheetRow row, RowSchema<?> schema) {
    List<Binding> bindings = new ArrayList<>();
    List<Unexpected> others = new ArrayList<>();
    for (ColumnSchema<?> column : schema.columns()) {
      if (column.isByPosition()) {
        bindings.add(byPosition(sheet, row, column));
      }
    }
    int claimed = bindings.size();
    for (int i = 0; i < row.size(); i++) {
      Cell cell = row.at(i);
      if (cell.kind() == CellKind.TEXT
          && !cell.text().isBlank()
          && !isClaimed(cell.column(), bindings, claimed)) {
        CellAddress address = new CellAddress(sheet, row.number(), cell.column());
        Binding binding = byHeader(cell.text(), address, schema);
        if (binding == null) {
          others.add(new Unexpected(cell.text(), address));
        } else {
          bindings.add(binding);
        }
      }
    }
    return new HeaderCandidate(row.number(), bindings, others);
  }

  /**
   * Returns the candidate that came nearest, or null where there is none: the one that holds the
   * most columns; of several, the one with the most names that are nearly those of a column, and of
   * several again the one with the most texts, since titles have few. The first one of equals.
   */
  static @Nullable HeaderCandidate nearest(List<HeaderCandidate> all, RowSchema<?> schema) {
    HeaderCandidate nearest = null;
    for (HeaderCandidate one : all) {
      if (nearest == null || one.isNearerThan(nearest, schema)) {
        nearest = one;
      }
    }
    return nearest;
  }

  private boolean isNearerThan(HeaderCandidate other, RowSchema<?> schema) {
    int more = found(schema) - other.found(schema);
    if (more == 0) {
      more = nearMisses(schema) - other.nearMisses(schema);
    }
    return more == 0 ? others.size() > other.others.size() : more > 0;
  }

  private static boolean isClaimed(int column, List<Binding> bindings, int claimed) {
    for (int i = 0; i < claimed; i++) {
      if (bindings.get(i).cell().column() == column) {
        return true;
      }
    }
    return false;
  }

  private static Binding byPosition(String sheet, SheetRow row, ColumnSchema<?> column) {
    int position = column.position().orElseThrow();
    Cell cell = row.cell(position);
    String header = cell.kind() == CellKind.TEXT ? cell.text() : "";
    CellAddress address = new CellAddress(sheet, row.number(), position);
    return new Binding(column.name(), header, address, How.POSITION);
  }

  private static @Nullable Binding byHeader(
      String header, CellAddress address, RowSchema<?> schema) {
    for (ColumnSchema<?> column : schema.columns()) {
      How how = column.isByPosition() ? null : HeaderMatch.how(header, column);
      if (how != null) {
        return new Binding(column.name(), header, address, how);
      }
    }
    return null;
  }

  /** Returns whether a column has a cell. */
  boolean has(String column) {
    for (Binding binding : bindings) {
      if (binding.column().equals(column)) {
        return true;
      }
    }
    return false;
  }

  /** Returns how many columns were found by their headers. */
  int found(RowSchema<?> schema) {
    int found = 0;
    for (ColumnSchema<?> column : schema.columns()) {
      found += !column.isByPosition() && has(column.name()) ? 1 : 0;
    }
    return found;
  }

  /** Returns how many columns have no cell, and a header that was perhaps meant for them. */
  int nearMisses(RowSchema<?> schema) {
    int near = 0;
    for (ColumnSchema<?> column : schema.columns()) {
      near += has(column.name()) || near(column).isEmpty() ? 0 : 1;
    }
    return near;
  }

  /** Returns the header that was perhaps meant for a column that has no cell. */
  Optional<String> near(ColumnSchema<?> column) {
    if (column.isByPosition()) {
      return Optional.empty();
    }
    List<String> headers = others.stream().limit(MOST_COMPARED).map(Unexpected::header).toList();
    return Stream.concat(Stream.of(column.header()), column.aliases().stream())
        .flatMap(name -> NearMiss.of(name, headers).stream())
        .findFirst();
  }

  /** Returns the cells of a column: one if all is well. */
  List<Binding> of(String column) {
    List<Binding> of = new ArrayList<>();
    for (Binding binding : bindings) {
      if (binding.column().equals(column)) {
        of.add(binding);
      }
    }
    return of;
  }
}
