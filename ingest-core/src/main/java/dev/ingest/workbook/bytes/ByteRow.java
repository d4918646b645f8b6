package dev.ingest.workbook.bytes;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.ExcelError;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A row that copies its cells as bytes, without an object for any of them. A class, not an
 * interface, so that calls of the one subclass there is are direct ones.
 */
public abstract class ByteRow {

  /** For subclasses. */
  protected ByteRow() {}

  /** Returns which row of its batch this is, counted from 0. */
  public abstract int index();

  /** Returns the cells of its batch. */
  public abstract CellSlices cells();

  /**
   * Passes over rows of this batch, so that this is a later one; the reader goes on behind it.
   *
   * @return how many of those rows are hidden
   */
  public abstract int skip(int rows);

  /** Returns what was made of this row's batch ahead of the reader, or null where nothing was. */
  public abstract @Nullable BatchWork work();

  /**
   * Has later batches worked on ahead of the reader, maybe on another thread. A batch whose rows
   * are being read, or were prepared already, is not.
   *
   * @param works gives the work of one batch at a time; called on any thread
   */
  public abstract void workAhead(Supplier<? extends BatchWork> works);

  /**
   * Returns where the cell of a column is kept, or -1 where none is stored.
   *
   * @param column counted from 1
   */
  public abstract int slot(int column);

  /** Returns the view of a stored cell. */
  public abstract Cell cellAt(int slot);

  /** Returns what a stored cell holds. */
  public abstract CellKind kindAt(int slot);

  /**
   * Copies a shared string as its CSV field.
   *
   * @return false where there is no such string, it is empty or has white space at its ends; then
   *     nothing was written
   */
  public abstract boolean copyShared(int index, ByteSink into);

  /**
   * Copies a text that stands in its cell as its CSV field, quoted where it must be: see {@link
   * CsvField}.
   *
   * @return false where it is no sound text, is empty or has white space at its ends; then nothing
   *     was written
   */
  public abstract boolean copyText(int slot, ByteSink into);

  /**
   * Returns the text of a cell that holds a shared string with neither white space at its ends nor
   * anything else to look into; null for any other.
   */
  public abstract @Nullable String plainTextAt(int slot);

  /**
   * Copies a number in its shortest form.
   *
   * @param floating whether integers get {@code .0}
   * @return false where big arithmetic must decide, or it is no number; then nothing was written
   */
  public abstract boolean copyNumber(int slot, boolean floating, ByteSink into);

  /** Returns the number or serial, NaN where it is none. */
  public abstract double numberAt(int slot);

  /** Returns the boolean of a logical cell. */
  public abstract boolean logicalAt(int slot);

  /** Returns the error of an error cell. */
  public abstract ExcelError errorAt(int slot);

  /** Returns the base of the serials. */
  public abstract DateSystem dates();
}
