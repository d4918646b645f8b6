package dev.ingest.workbook.part;

/** Something that can say where it is, for a message that is rarely needed. */
@FunctionalInterface
public interface Place {

  /** Returns the file, the part, and the line or the cell. */
  public String where();
}
