package dev.ingest.lambda;

import dev.ingest.pipeline.KeyPattern;
import java.util.List;

/**
 * Which buckets uploads come from and outputs go to.
 *
 * @param inputBuckets the buckets that uploads are taken from; empty for any
 * @param outputBucket where the files go
 * @param besides what is written there beside the outputs of pipelines
 */
record Premises(List<String> inputBuckets, String outputBucket, List<KeyPattern> besides) {

  /** Keeps its own copies. */
  Premises {
    inputBuckets = List.copyOf(inputBuckets);
    besides = List.copyOf(besides);
  }

  /** Returns whether uploads are taken from a bucket. */
  boolean takesFrom(String bucket) {
    return inputBuckets.isEmpty() || inputBuckets.contains(bucket);
  }

  /** Returns whether an upload may be beside the outputs. */
  boolean takesFromOutput() {
    return takesFrom(outputBucket);
  }
}
