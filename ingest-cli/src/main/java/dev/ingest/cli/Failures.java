package dev.ingest.cli;

import dev.ingest.aws.secret.SecretException;
import dev.ingest.cli.local.LocalDatabaseException;
import dev.ingest.load.LoadException;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.store.StoreException;
import dev.ingest.workbook.WorkbookException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine.ParameterException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns failures into a line for a person and an exit code. */
final class Failures {

  private Failures() {}

  static int usage(ParameterException mistake, String[] args) {
    PrintWriter err = mistake.getCommandLine().getErr();
    err.println("ingest: " + mistake.getMessage());
    err.println("Try: " + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  static int report(Exception failure, PrintWriter err, boolean debug) {
    if (debug) {
      failure.printStackTrace(err);
    }
    err.println("ingest: " + message(failure));
    return failure instanceof WorkbookException || failure instanceof RefusedFileException
        ? ExitCode.REFUSED
        : failure instanceof IllegalArgumentException ? ExitCode.USAGE : ExitCode.ENVIRONMENT;
  }

  private static String message(Exception failure) {
    boolean ours =
        failure instanceof WorkbookException
            || failure instanceof RefusedFileException
            || failure instanceof StoreException
            || failure instanceof LoadException
            || failure instanceof SecretException
            || failure instanceof LocalDatabaseException
            || failure instanceof IllegalArgumentException;
    if (ours) {
      return String.valueOf(failure.getMessage());
    }
    if (failure instanceof SdkException || failure instanceof UncheckedIOException) {
      return "expected the environment to work, found " + failure.getMessage();
    }
    return failure + "; this looks like a defect: run it again with --debug and report it";
  }
}
