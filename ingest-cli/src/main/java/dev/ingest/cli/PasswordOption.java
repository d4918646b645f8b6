package dev.ingest.cli;

import dev.ingest.workbook.ReadOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The password of an encrypted workbook, which no message repeats. */
final class PasswordOption {

  @Option(
      names = "--password",
      paramLabel = "PASSWORD",
      description = "The password of an encrypted workbook.")
  private @Nullable String password;

  /** Returns the options with the password, if one was given. */
  ReadOptions with(ReadOptions options) {
    return password == null ? options : options.withPassword(password);
  }
}
