package dev.ingest.load;

import java.io.OutputStream;
import java.util.List;

/** A load of which nothing is done before its end. */
record LateLoad(TableLoader loader, List<String> warnings) implements BegunLoad {

  @Override
  public OutputStream rows() {
    return OutputStream.nullOutputStream();
  }

  @Override
  public LoadResult end(LoadRequest request) {
    return loader.load(request);
  }

  @Override
  public void close() {
    // nothing was begun
  }
}
