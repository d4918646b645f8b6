package dev.ingest.cli;

import dev.ingest.load.LoadGuards;
import dev.ingest.load.LoadOptions;
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
          "Roll back if more than this share of the replaced rows has no successor: 0.5 for a half.")
  private @Nullable Double maxShrink;

  @Option(
      names = "--max-null-share",
      paramLabel = "SHARE",
      description = "Roll back if a column has more than this share of nulls: 0.5 for a half.")
  private @Nullable Double maxNullShare;

  @Option(
      names = "--min-rows",
      paramLabel = "N",
      defaultValue = "0",
      description = "Roll back if fewer rows come. Default: 0.")
  private long minRows;

  LoadOptions options() {
    LoadOptions options =
        LoadOptions.defaults().withGuards(new LoadGuards(maxShrink, maxNullShare, minRows));
    LoadOptions shown = preview ? options.previewing() : options;
    return again ? shown.again() : shown;
  }
}
