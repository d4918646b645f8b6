package dev.ingest.lambda;

import dev.ingest.report.RunFiles;

/**
 * The names of what runs write. An upload that is named so is looked at for a mark before it is
 * read; others are not, which saves a request each.
 */
final class OwnFiles {

  private OwnFiles() {}

  static boolean isNamedLikeOne(String key) {
    String name = key.substring(key.lastIndexOf('/') + 1);
    return name.startsWith(RunFiles.ANNOTATED)
        || name.equals(RunFiles.REJECTS)
        || name.equals(RunFiles.HTML)
        || name.equals(RunFiles.JSON)
        || name.endsWith(".csv")
        || name.endsWith(".csv.gz");
  }
}
