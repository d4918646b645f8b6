package dev.ingest.workbook.xlsx;

/** Something that can say where it is, for a message that is rarely needed. */
@FunctionalInterface
interface Place {

  /** Returns the file, the part, and the line or the cell. */
  String where();
}
