package dev.ingest.workbook.corpus;

import dev.ingest.workbook.CellValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The cells that a file must have.
 *
 * @param sheets names and visibilities, in the workbook's order
 */
record CorpusCells(
    Map<String, String> sheets, Map<CorpusCells.Place, AgreedCell> cells, Disputes disputes) {

  /** Where a cell is; rows and columns count from 1. */
  record Place(String sheet, int row, int column) implements Comparable<Place> {

    static Place of(String[] fields) {
      return new Place(
          AgreedCell.unescaped(fields[0]),
          Integer.parseInt(fields[1]),
          Integer.parseInt(fields[2]));
    }

    @Override
    public int compareTo(Place other) {
      int bySheet = sheet.compareTo(other.sheet);
      int byRow = bySheet != 0 ? bySheet : Integer.compare(row, other.row);
      return byRow != 0 ? byRow : Integer.compare(column, other.column);
    }
  }

  static CorpusCells read(Path file, Disputes disputes, List<String> optionalSheets)
      throws IOException {
    Map<String, String> sheets = new LinkedHashMap<>();
    Map<Place, AgreedCell> cells = new HashMap<>();
    for (String line : lines(file)) {
      String[] fields = line.split("\t", -1);
      if (fields[0].equals("#date1904") || optionalSheets.contains(fields[0])) {
        continue;
      }
      if (fields[1].equals("0")) {
        sheets.put(AgreedCell.unescaped(fields[0]), fields[4]);
      } else {
        cells.put(Place.of(fields), new AgreedCell(fields[3], fields[4], fields[5]));
      }
    }
    return new CorpusCells(sheets, cells, disputes);
  }

  /** Returns the lines below the first; a carriage return is no line end here. */
  static List<String> lines(Path file) throws IOException {
    List<String> lines = List.of(Files.readString(file).split("\n"));
    return lines.subList(1, lines.size());
  }

  /** Returns these cells, each date known only by the number behind it. */
  CorpusCells withNumbersOfDates() {
    Map<Place, AgreedCell> numbers = new HashMap<>(cells);
    numbers.replaceAll((place, cell) -> cell.withNumberOfDate());
    return new CorpusCells(sheets, numbers, disputes);
  }

  /** Returns these cells, each number known only to 13 digits. */
  CorpusCells withFewerDigits() {
    Map<Place, AgreedCell> numbers = new HashMap<>(cells);
    numbers.replaceAll((place, cell) -> cell.withFewerDigits());
    return new CorpusCells(sheets, numbers, disputes);
  }

  /** Returns what is wrong with the cells found, a line each. */
  List<String> differences(Map<Place, CellValue> found) {
    Set<Place> places = new TreeSet<>(cells.keySet());
    places.addAll(found.keySet());
    List<String> differences = new ArrayList<>();
    for (Place place : places) {
      AgreedCell agreed = cells.getOrDefault(place, AgreedCell.NONE);
      if (!disputes.right(place, agreed, found.get(place))) {
        differences.add(place + ": expected " + agreed + ", found " + found.get(place));
      }
    }
    return differences;
  }
}
