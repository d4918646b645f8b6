package dev.ingest.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The streams of a running command. */
final class Specs {

  private Specs() {}

  static PrintWriter out(@Nullable CommandSpec spec) {
    return running(spec).commandLine().getOut();
  }

  static PrintWriter err(@Nullable CommandSpec spec) {
    return running(spec).commandLine().getErr();
  }

  private static CommandSpec running(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("a command runs after it has been parsed");
    }
    return spec;
  }
}
