package dev.ingest.explain;

import dev.ingest.decode.DecodeStep;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.problem.Masking;
import dev.ingest.row.CellFinding;
import dev.ingest.row.HeaderMatch;
import dev.ingest.row.HeaderMatch.Binding;
import dev.ingest.row.RowProbe;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.CellSource;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetSelector;
import dev.ingest.workbook.Workbook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts an explanation together: the file, the cell, the table, the column, the row. */
final class Inquiry<R> {

  private final Workbook workbook;
  private final Pipeline<R> pipeline;
  private final CellQuestion question;
  private final Sheet sheet;
  private final CellAddress at;
  private final StoredCell stored;
  private final List<String> remarks = new ArrayList<>();
  private CellPlace place = CellPlace.NO_TABLE;
  private Optional<ColumnFinding> column = Optional.empty();
  private List<DecodeStep> steps = List.of();
  private CellResult result = CellResult.NONE;
  private RowFate row = RowFate.NONE;

  Inquiry(Workbook workbook, Pipeline<R> pipeline, CellQuestion question) {
    this.workbook = workbook;
    this.pipeline = pipeline;
    this.question = question;
    this.sheet = sheet(workbook, pipeline, question);
    this.at = new CellAddress(sheet.name(), question.row(), question.column());
    this.stored = StoredCell.read(sheet, at);
  }

  CellExplanation explain() {
    Optional<CellSource> source = sheet.source(at.row(), at.column());
    remarks.addAll(stored.remarks(source.isPresent()));
    Table<R> read = look(Table.find(workbook, pipeline));
    Shown shown = shown(read.probe());
    return new CellExplanation(
        workbook.name(),
        workbook.kind(),
        at,
        pipeline.name(),
        source.map(shown::source),
        shown.cell(state(stored.cell())),
        remarks,
        place,
        column,
        shown.steps(steps),
        shown.result(result),
        shown.row(row));
  }

  /** Returns the whole sheet, even where the pipeline reads a range of it. */
  private static Sheet sheet(Workbook workbook, Pipeline<?> pipeline, CellQuestion question) {
    if (question.sheet().isPresent()) {
      return workbook.sheet(SheetSelector.named(question.sheet().get()));
    }
    int position = workbook.sheet(pipeline.sheet()).position();
    return workbook.sheet(SheetSelector.at(position));
  }

  private static CellState state(@Nullable Cell cell) {
    return cell == null ? new CellState(CellKind.BLANK, "", Optional.empty()) : CellState.of(cell);
  }

  private Table<R> look(Table<R> table) {
    if (table.sheet() != null && !table.isOn(sheet)) {
      place = CellPlace.OTHER_SHEET;
      remarks.add("the pipeline reads the sheet \"" + table.sheet().name() + "\"");
      return table;
    }
    if (table.sheet() != null && !table.reaches(at)) {
      place = CellPlace.OUTSIDE_RANGE;
      remarks.add("the pipeline reads " + table.sheet().range().orElseThrow());
      return table;
    }
    Table<R> read = table.readUpTo(at.row(), pipeline, question.key());
    remarks.addAll(read.leftOut());
    if (read.probe() == null) {
      row = RowFate.refused(read.problems());
    } else {
      look(read.probe());
    }
    return read;
  }

  private void look(RowProbe<R> probe) {
    HeaderMatch header = probe.header();
    int index = index(header, at.column());
    if (index >= 0) {
      Binding binding = header.bindings().get(index);
      String description = pipeline.schema().columns().get(index).toString();
      column = Optional.of(new ColumnFinding(description, binding));
    }
    if (at.row() < header.row()) {
      place = CellPlace.ABOVE_HEADER;
      remarks.add("the header is row " + header.row());
    } else if (at.row() == header.row()) {
      place = CellPlace.HEADER;
      remarks.addAll(index < 0 ? List.of("no column asks for this header") : List.of());
    } else {
      place = index < 0 ? CellPlace.OTHER_COLUMN : CellPlace.DATA;
      row = fate(probe);
      if (index >= 0 && !probe.cells().isEmpty()) {
        look(probe.cells().get(index));
      }
    }
  }

  /** Returns which column of the schema is read from a position, or -1. */
  private static int index(HeaderMatch header, int column) {
    for (int i = 0; i < header.bindings().size(); i++) {
      if (header.position(i) == column) {
        return i;
      }
    }
    return -1;
  }

  private RowFate fate(RowProbe<R> probe) {
    return probe.refusals().isEmpty()
        ? probe.outcome().map(RowFate::of).orElse(RowFate.NONE)
        : RowFate.refused(probe.refusals());
  }

  private void look(CellFinding finding) {
    Cell cell = finding.cell();
    Object value = finding.value();
    if (finding.column().fillMerged() && !cell.isBlank() && isBlankHere()) {
      remarks.add("the column fills merged areas: what is decoded is the area's first cell");
    }
    boolean date =
        value instanceof LocalDate || value instanceof LocalDateTime || value instanceof Instant;
    if (date && cell.kind() == CellKind.NUMBER) {
      remarks.add("a number without a date format was taken for a serial");
    }
    steps = cell.isBlank() ? List.of() : finding.column().decoder().steps(cell);
    result =
        new CellResult(
            value, Optional.ofNullable(finding.reason()), Optional.ofNullable(finding.problem()));
  }

  private boolean isBlankHere() {
    Cell here = stored.cell();
    return here == null || here.isBlank();
  }

  /** Where no table is read, nothing tells a sensitive column from another. */
  private Shown shown(@Nullable RowProbe<R> probe) {
    Masking masking =
        question.showsSensitive() ? Masking.none() : Masking.of(pipeline.schema().sensitive());
    Set<Integer> positions = probe == null ? Set.of() : hidden(probe.header(), masking);
    boolean unread = place == CellPlace.NO_TABLE || place == CellPlace.OUTSIDE_RANGE;
    boolean unknown =
        unread && !question.showsSensitive() && !pipeline.schema().sensitive().isEmpty();
    boolean hidden = unknown || place != CellPlace.HEADER && positions.contains(at.column());
    return new Shown(masking, column.map(ColumnFinding::name), hidden, positions);
  }

  /** Returns where in the sheet the hidden columns are. */
  private static Set<Integer> hidden(HeaderMatch header, Masking masking) {
    Set<Integer> positions = new HashSet<>();
    for (int i = 0; i < header.bindings().size(); i++) {
      if (masking.hides(header.bindings().get(i).column())) {
        positions.add(header.position(i));
      }
    }
    return positions;
  }
}
