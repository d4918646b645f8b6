package dev.ingest.load;

import java.io.OutputStream;
import java.util.List;

/**
 * A load that has begun before its file is whole: what is written of the file is handed over, so
 * that the database may take it meanwhile. Nothing of it stands before {@link #end}. Used by one
 * thread.
 */
public interface BegunLoad extends AutoCloseable {

  /** Returns what of the table may refuse a row or change a value, for people. */
  List<String> warnings();

  /**
   * Returns what takes the file's bytes, all of them and in order. It never throws: what the
   * database does not take, {@link #end} says.
   */
  OutputStream rows();

  /**
   * Ends the load, when the file is whole and stands where the request says. As {@link
   * TableLoader#load}: when this returns all is committed, when it throws the table is as it was.
   *
   * @throws LoadException if it fails
   */
  LoadResult end(LoadRequest request);

  /** Leaves the table as it was, if the load has not ended. Never throws. */
  @Override
  void close();
}
