package dev.ingest.cli;

import dev.ingest.aws.LoadHistory;
import dev.ingest.cli.local.LocalDatabase;
import dev.ingest.cli.local.LocalFolder;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Whose ledgers are read, and how what they say is printed. */
final class HistoryOptions {

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  @Mixin private final TargetOptions target = new TargetOptions();

  boolean json() {
    return json;
  }

  /** Asks; empty where there is no database yet: none is made for a question. */
  <T> Optional<T> ask(@Nullable CommandSpec spec, Function<LoadHistory, T> question) {
    if (target.isRemote()) {
      return Optional.of(question.apply(new LoadHistory(target.connections())));
    }
    LocalFolder here = LocalFolder.here();
    if (!here.hasDatabase()) {
      return Optional.empty();
    }
    try (LocalDatabase database = LocalDatabase.start(here, Specs.err(spec))) {
      return Optional.of(question.apply(new LoadHistory(database.connections())));
    }
  }
}
