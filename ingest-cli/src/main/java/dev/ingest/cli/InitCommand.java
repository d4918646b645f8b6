package dev.ingest.cli;

import dev.ingest.proposal.Proposal;
import dev.ingest.store.ObjectLocation;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ingest init}: a first pipeline file for a workbook, or a first record. */
@Command(
    name = "init",
    description = {
      "Looks at every cell of a sheet and proposes a pipeline file: types, nulls, dates, keys,",
      "each with its evidence in a comment. Read it before you use it."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "%nExamples:",
      "  ingest init sales.xlsx -o sales.yaml",
      "  ingest convert sales.xlsx -p sales.yaml -o sales.csv",
      "  ingest init sales.xlsx --sheet data!B3:E200 --java"
    })
final class InitCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE|s3://…", description = "The workbook.")
  private String file = "";

  @Mixin private final SheetOption sheet = new SheetOption();

  @Option(names = "--java", description = "Propose a record with annotations.")
  private boolean java;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The pipeline's name, and the table's. Default: that of the file.")
  private @Nullable String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Where to write; never over a file that is there. Default: standard output.")
  private @Nullable Path output;

  @Option(names = "--force", description = "Write over a file that is there.")
  private boolean force;

  @Mixin private final PasswordOption password = new PasswordOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Path target = output;
    if (target != null && !force && Files.exists(target)) {
      throw new IllegalArgumentException(
          target + ": expected no such file yet, found one; name another, or say --force");
    }
    Proposal proposal = proposed();
    String text = java ? proposal.java() : proposal.yaml();
    PrintWriter out = Specs.out(spec);
    if (target == null) {
      out.print(text);
    } else {
      write(target, text);
      out.println(target + ": " + summary(proposal));
    }
    out.flush();
    return ExitCode.CLEAN;
  }

  private Proposal proposed() {
    try (Workbook workbook =
        Workbook.open(Source.open(file, null).source(), password.with(ReadOptions.defaults()))) {
      Proposal proposal = sheet.propose(workbook);
      return name == null ? proposal : proposal.named(name);
    }
  }

  private static void write(Path target, String text) {
    new OutputFile(target)
        .write(
            new ObjectLocation(OutputFile.BUCKET, String.valueOf(target.getFileName())),
            "text/plain",
            out -> {
              out.write(text.getBytes(StandardCharsets.UTF_8));
              return text.length();
            });
  }

  private static String summary(Proposal proposal) {
    int columns = proposal.columns().size();
    return columns
        + (columns == 1 ? " column" : " columns")
        + " proposed from "
        + proposal.rows()
        + (proposal.rows() == 1 ? " row; " : " rows; ")
        + switch ((int) Math.min(proposal.misfits(), 2)) {
          case 0 -> "all cells fit";
          case 1 -> "one cell does not fit";
          default -> proposal.misfits() + " cells do not fit";
        };
  }
}
