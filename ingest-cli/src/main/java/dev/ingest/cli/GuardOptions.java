package dev.ingest.cli;

import dev.ingest.load.LoadGuards;
import dev.ingest.load.LoadOptions;
import dev.ingest.pipeline.Pipeline;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a load may do to its table. */
final class GuardOptions {

  @Option(
      names = "--preview",
      description = {
        "Do all that a load does and roll it back: says which rows would go and come, which values",
        "are no longer in the file, and how the share of nulls changes."
      })
  private boolean preview;

  @Option(
      names = "--again",
      description = "Load the file though the ledger says that it, or the same rows, were loaded.")
  private boolean again;

  @Option(
      names = "--max-shrink",
      paramLabel = "SHARE",
      description =
          "Roll back if more than this share of the replaced rows has no successor: 50% or 0.5.")
  private @Nullable String maxShrink;

  @Option(
      names = "--max-null-share",
      paramLabel = "[COLUMN=]SHARE",
      description = {
        "Roll back if a column, or this column, has more than this share of nulls: 50% or 0.5.",
        "May be given for several columns."
      })
  private List<String> maxNullShares = List.of();

  @Option(names = "--min-rows", paramLabel = "N", description = "Roll back if fewer rows come.")
  private @Nullable Long minRows;

  /** Returns a pipeline with the guards that were asked for, and its own where none was. */
  <R> Pipeline<R> apply(Pipeline<R> pipeline) {
    LoadGuards guards = said().or(pipeline.guards());
    return pipeline.withGuards(minRows == null ? guards : guards.withMinRows(minRows));
  }

  private LoadGuards said() {
    LoadGuards guards = LoadGuards.none();
    if (maxShrink != null) {
      guards = guards.withMaxShrink(share("--max-shrink", maxShrink));
    }
    for (String said : maxNullShares) {
      int end = said.lastIndexOf('=');
      double share = share("--max-null-share", said.substring(end + 1));
      guards =
          end < 0
              ? guards.withMaxNullShare(share)
              : guards.withMaxNullShare(said.substring(0, end), share);
    }
    return guards;
  }

  private static double share(String option, String text) {
    try {
      return LoadGuards.share(text);
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException(option + ": " + none.getMessage(), none);
    }
  }

  LoadOptions options() {
    LoadOptions options = LoadOptions.defaults();
    LoadOptions shown = preview ? options.previewing() : options;
    return again ? shown.again() : shown;
  }
}
