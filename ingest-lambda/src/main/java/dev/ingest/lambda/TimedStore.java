package dev.ingest.lambda;

import dev.ingest.store.ObjectFacts;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.store.WriteOptions;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A store to which nothing more is written once the time is over: then the body fails, so that no
 * object appears and the run ends before it changes a table.
 */
record TimedStore(ObjectStore store, InvocationTime time) implements ObjectStore {

  @Override
  public InputStream read(ObjectLocation at) {
    return store.read(at);
  }

  @Override
  public ObjectFacts facts(ObjectLocation at) {
    return store.facts(at);
  }

  @Override
  public <T> T write(ObjectLocation at, String contentType, Body<T> body) {
    time.checkGoingOn(display(at));
    return store.write(at, contentType, out -> body.writeTo(new TimedStream(out, at)));
  }

  @Override
  public <T> T write(ObjectLocation at, WriteOptions options, Body<T> body) {
    time.checkGoingOn(display(at));
    return store.write(at, options, out -> body.writeTo(new TimedStream(out, at)));
  }

  @Override
  public String display(ObjectLocation at) {
    return store.display(at);
  }

  private final class TimedStream extends FilterOutputStream {

    private final ObjectLocation at;

    TimedStream(OutputStream out, ObjectLocation at) {
      super(out);
      this.at = at;
    }

    @Override
    public void write(int b) throws IOException {
      time.checkGoingOn(display(at));
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      time.checkGoingOn(display(at));
      out.write(bytes, offset, length);
    }
  }
}
