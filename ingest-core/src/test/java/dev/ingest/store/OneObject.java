package dev.ingest.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A store with room for one object. */
public final class OneObject implements ObjectStore {

  private byte @Nullable [] content;

  /** Returns what was written, or null. */
  public byte @Nullable [] content() {
    return content;
  }

  @Override
  public InputStream read(ObjectLocation at) {
    throw new StoreException(StoreException.Reason.NOT_FOUND, at, "nothing is read here", null);
  }

  @Override
  public <T> T write(ObjectLocation at, String contentType, Body<T> body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      T result = body.writeTo(out);
      content = out.toByteArray();
      return result;
    } catch (IOException impossible) {
      throw new AssertionError("memory does not fail", impossible);
    }
  }
}
