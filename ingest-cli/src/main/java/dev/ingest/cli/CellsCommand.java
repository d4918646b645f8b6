package dev.ingest.cli;

import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ingest cells}: every cell of every sheet, a line each. */
@Command(
    name = "cells",
    description = "Prints every cell of a workbook: sheet, row, column, type, value; tabs between.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CellsCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE|s3://…", description = "The workbook.")
  private String file = "";

  @Mixin private final SheetOption sheet = new SheetOption();

  @Mixin private final PasswordOption password = new PasswordOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Specs.out(spec);
    try (Workbook workbook =
        Workbook.open(Source.open(file, null).source(), password.with(ReadOptions.defaults()))) {
      new CellLines(out).write(sheet.of(workbook));
    } finally {
      out.flush();
    }
    return ExitCode.CLEAN;
  }
}
