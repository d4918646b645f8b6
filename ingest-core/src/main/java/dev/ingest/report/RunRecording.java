package dev.ingest.report;

import dev.ingest.annotate.AnnotatedWorkbook;
import dev.ingest.annotate.Marks;
import dev.ingest.annotate.Round;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.IngestReport.Outcome;
import dev.ingest.pipeline.IngestReport.RunFile;
import dev.ingest.pipeline.KeptSource;
import dev.ingest.pipeline.Recorder.Run;
import dev.ingest.pipeline.Recorder.Tape;
import dev.ingest.pipeline.Upload;
import dev.ingest.row.HeaderMatch;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.store.StoreException;
import dev.ingest.workbook.WorkbookException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The files of one run. */
final class RunRecording {

  private final RunFiles files;
  private final Run run;
  private final KeptSource source;
  private final Marks marks;
  private @Nullable IngestReport report;

  RunRecording(RunFiles files, Run run) {
    this.files = files;
    this.run = run;
    this.source = new KeptSource(run.upload().source());
    this.marks = new Marks(files.annotation().problems());
  }

  /** Runs within the writing of the rejects, which stream; the other files are made of the end. */
  IngestReport record(Function<Tape, IngestReport> body) {
    try (source) {
      IngestReport ended = annotated(rejects(body));
      ended = file(ended, RunFiles.HTML, "text/html", ReportHtml::of);
      return file(ended, RunFiles.JSON, "application/json", ReportJson::pretty);
    }
  }

  private IngestReport rejects(Function<Tape, IngestReport> body) {
    ObjectLocation at = files.at(run, RunFiles.REJECTS);
    try {
      long found =
          files
              .store()
              .write(
                  at,
                  "application/x-ndjson",
                  out -> write(new RejectLines(out, json(), files.mostRejects()), body));
      IngestReport ended =
          ended().withFile(new RunFile(RunFiles.REJECTS, files.store().display(at)));
      return found <= files.mostRejects()
          ? ended
          : ended.withWarning(
              "%s holds the first %s of %s problems"
                  .formatted(
                      RunFiles.REJECTS,
                      Counted.grouped(files.mostRejects()),
                      Counted.grouped(found)));
    } catch (StoreException failure) {
      if (report == null) {
        throw failure; // the run's own, or nothing has been done yet
      }
      return notWritten(report, failure);
    }
  }

  private RejectJson json() {
    return new RejectJson(run.id(), run.upload());
  }

  private long write(RejectLines lines, Function<Tape, IngestReport> body) throws IOException {
    Upload upload = run.upload().withSource(source);
    report =
        body.apply(
            new Tape(
                upload,
                (shown, whole) -> {
                  lines.write(shown);
                  marks.add(whole); // what is in the sender's own workbook is no secret to him
                }));
    return lines.finish();
  }

  private IngestReport ended() {
    if (report == null) {
      throw new IllegalStateException("a run ends with a report");
    }
    return report;
  }

  /** Writes the annotated workbook where there is a sheet with problems. */
  private IngestReport annotated(IngestReport ended) {
    String sheet = ended.sheet();
    if (marks.found() == 0 || sheet == null) {
      return ended;
    }
    HeaderMatch header = ended.header();
    Round round =
        new Round(
            sheet,
            header == null ? 0 : header.row(),
            header == null ? List.of() : header.positions(),
            run.onlyCorrected() || ended.outcome() != Outcome.REFUSED,
            run.onlyCorrected() && ended.outcome() == Outcome.REFUSED,
            !ended.anchors().isEmpty());
    try (AnnotatedWorkbook copy =
        AnnotatedWorkbook.of(source, run.options(), marks, round, files.annotation())) {
      return annotated(ended, copy);
    } catch (StoreException | WorkbookException | UncheckedIOException failure) {
      return notWritten(ended, failure);
    }
  }

  private IngestReport annotated(IngestReport ended, AnnotatedWorkbook copy) {
    String name = RunFiles.ANNOTATED + copy.extension();
    ObjectLocation at = files.at(run, name);
    files
        .store()
        .write(
            at,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            out -> {
              copy.writeTo(out);
              return name;
            });
    IngestReport more = ended.withFile(new RunFile(name, files.store().display(at)));
    return copy.partial()
        .map(why -> more.withWarning(name + " holds the rows with problems only, since " + why))
        .orElse(more);
  }

  private IngestReport file(
      IngestReport ended, String name, String type, Function<IngestReport, String> text) {
    ObjectStore store = files.store();
    ObjectLocation at = files.at(run, name);
    IngestReport withFile = ended.withFile(new RunFile(name, store.display(at)));
    try {
      byte[] bytes = text.apply(withFile).getBytes(StandardCharsets.UTF_8);
      store.write(
          at,
          type,
          out -> {
            out.write(bytes);
            return bytes.length;
          });
      return withFile;
    } catch (StoreException failure) {
      return notWritten(ended, failure);
    }
  }

  private static IngestReport notWritten(IngestReport ended, RuntimeException failure) {
    return ended.withWarning("a file about this run could not be written: " + failure.getMessage());
  }
}
