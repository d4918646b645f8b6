package dev.ingest.aws.postgres;

import java.io.OutputStream;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * A {@code COPY} that is fed while the file is written. When it fails it takes no more, and lets
 * the file be written to its end: why it failed is told when the rows are asked for.
 */
final class FedRows extends OutputStream {

  private final CopyIn copy;
  private @Nullable SQLException failure;

  FedRows(CopyIn copy) {
    this.copy = copy;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    if (failure != null) {
      return;
    }
    try {
      copy.writeToCopy(bytes, from, length);
    } catch (SQLException stopped) {
      failure = stopped;
    }
  }

  /**
   * Ends the file.
   *
   * @return how many rows the server has taken
   */
  long end() throws SQLException {
    if (failure != null) {
      close();
      throw failure;
    }
    return copy.endCopy();
  }

  /** Gives it up, if it goes on: until then the connection takes no other statement. */
  @Override
  public void close() {
    try {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException broken) {
      return; // as the connection is, which is closed next
    }
  }
}
