package dev.ingest.pipeline;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the same bytes twice; the first stream is the one that counts, and is flushed. */
final class TwinOutputStream extends FilterOutputStream {

  private final OutputStream twin;

  TwinOutputStream(OutputStream out, OutputStream twin) {
    super(out);
    this.twin = twin;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    twin.write(b);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    twin.write(bytes, from, length);
  }
}
