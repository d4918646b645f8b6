package dev.ingest.pipeline;

import dev.ingest.problem.Problem;

/** Is told of each problem as it is found, in the order of the sheet; those of the file last. */
@FunctionalInterface
public interface ProblemSink {

  /**
   * Takes a problem.
   *
   * @param shown as logs, reports and rejects may show it: values of sensitive columns are masked
   * @param whole as only the sender of the workbook may see it
   */
  void found(Problem shown, Problem whole);
}
