package dev.ingest.lambda;

import dev.ingest.store.ObjectFacts;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.store.WriteOptions;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * A store in which everything that is written has a mark, so that it is known again when it comes
 * back as an upload.
 */
record MarkedStore(ObjectStore store) implements ObjectStore {

  private static final String MARK = "ingest-made-by";

  /** Returns whether an object was written through such a store. */
  static boolean marks(ObjectFacts facts) {
    return facts.metadata().containsKey(MARK);
  }

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
    return write(at, WriteOptions.of(contentType), body);
  }

  @Override
  public <T> T write(ObjectLocation at, WriteOptions options, Body<T> body) {
    Map<String, String> metadata = new HashMap<>(options.metadata());
    metadata.put(MARK, "ingest");
    return store.write(at, options.withMetadata(metadata), body);
  }

  @Override
  public String display(ObjectLocation at) {
    return store.display(at);
  }
}
