package dev.ingest.pipeline;

import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.TableLoader;
import java.util.ArrayList;
import java.util.List;

/** A table that takes everything and held three rows of the same scope before. */
final class RecordingLoader implements TableLoader {

  final List<LoadRequest> requests = new ArrayList<>();

  @Override
  public LoadResult load(LoadRequest request) {
    requests.add(request);
    return new LoadResult(request.rows(), 3, request.rows());
  }
}
