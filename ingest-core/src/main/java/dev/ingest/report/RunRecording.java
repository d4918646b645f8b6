package dev.ingest.report;

import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.IngestReport.RunFile;
import dev.ingest.pipeline.Recorder.Run;
import dev.ingest.pipeline.Recorder.Tape;
import dev.ingest.pipeline.Upload;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The files of one run. */
final class RunRecording {

  private final RunFiles files;
  private final Run run;
  private final KeptSource source;
  private @Nullable IngestReport report;

  RunRecording(RunFiles files, Run run) {
    this.files = files;
    this.run = run;
    this.source = new KeptSource(run.upload().source());
  }

  /** Runs within the writing of the rejects, which stream; the other files are made of the end. */
  IngestReport record(Function<Tape, IngestReport> body) {
    try (source) {
      IngestReport ended = rejects(body);
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
              String.format(
                  Locale.ROOT,
                  "%s holds the first %,d of %,d problems",
                  RunFiles.REJECTS,
                  files.mostRejects(),
                  found));
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
    Upload upload = new Upload(run.upload().key(), source, run.upload().version());
    report = body.apply(new Tape(upload, (shown, whole) -> lines.write(shown)));
    return lines.finish();
  }

  private IngestReport ended() {
    if (report == null) {
      throw new IllegalStateException("a run ends with a report");
    }
    return report;
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

  private static IngestReport notWritten(IngestReport ended, StoreException failure) {
    return ended.withWarning("a file about this run could not be written: " + failure.getMessage());
  }
}
