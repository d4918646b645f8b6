package dev.ingest.pipeline;

import dev.ingest.format.CsvFormat;
import dev.ingest.format.RowWriter;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowOutcome;
import dev.ingest.row.RowOutcome.Accepted;
import dev.ingest.row.RowOutcome.Blank;
import dev.ingest.row.RowOutcome.Filtered;
import dev.ingest.row.RowOutcome.Rejected;
import dev.ingest.row.RowOutcome.Skipped;
import dev.ingest.row.RowReader;
import dev.ingest.row.RowSchema;
import dev.ingest.store.ObjectStore;
import dev.ingest.transcode.Transcoder;
import dev.ingest.transcode.Transcoding;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.bytes.ByteSink;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Copies the rows of one sheet into one file and counts them all on the way. */
final class RowCopy<R> implements ObjectStore.Body<Long> {

  private final Pipeline<R> pipeline;
  private final RowReader<R> reader;
  private final DateSystem dates;
  private final RejectBudget budget;
  private final Accounting<R> accounting;
  private final Findings findings;
  private final @Nullable MessageDigest digest;
  private @Nullable RowOutcome<R> first;

  /** Whether rows are of a type that may have code of its own. */
  private boolean code;

  /**
   * Makes a copy.
   *
   * @param loading whether the rows are to be loaded: then the distinct keys are wanted that are
   *     replaced, and a fingerprint of the rows
   * @param findings completes the problems of rejected rows
   */
  RowCopy(
      Pipeline<R> pipeline,
      RowReader<R> reader,
      DateSystem dates,
      RejectBudget budget,
      boolean loading,
      Findings findings) {
    this.pipeline = pipeline;
    this.reader = reader;
    this.dates = dates;
    this.budget = budget;
    this.accounting = new Accounting<>(pipeline.schema(), pipeline.plan(), loading);
    this.digest = loading ? Sha256.digest() : null;
    this.findings = findings;
    accounting.header(reader.header());
  }

  Accounting<R> accounting() {
    return accounting;
  }

  /** Returns the hash of all that was written. */
  String fingerprint() {
    if (digest == null) {
      throw new IllegalStateException("rows that are not loaded have no fingerprint");
    }
    return Sha256.hex(digest);
  }

  /**
   * Reads up to the first data row that is not turned away, whose values are part of the output's
   * key.
   *
   * @throws RefusedFileException if there is none
   */
  void readFirst() {
    first = next();
    while (first instanceof Blank<R>
        || first instanceof Filtered<R>
        || first instanceof Skipped<R>) {
      first = next();
    }
    if (first == null) {
      throw emptyResult();
    }
  }

  /**
   * Writes the accepted rows.
   *
   * @return how many bytes that made
   * @throws RefusedFileException if too many rows were rejected, or none accepted; all rows have
   *     been looked at by then, so that all problems are known
   */
  @Override
  public Long writeTo(OutputStream out) throws IOException {
    ByteSink sink = new ByteSink(digest == null ? out : new DigestOutputStream(out, digest));
    RowWriter<R> writer = pipeline.format().open(pipeline.schema(), sink);
    if (first != null) {
      write(first, writer);
    }
    Transcoder transcoder = transcoder(sink);
    if (transcoder == null) {
      reader.decodeAhead();
    }
    for (SheetRow row = reader.advance(); row != null; row = reader.advance()) {
      if (transcoder == null || !transcoded(transcoder, row)) {
        write(judge(row), writer);
      }
    }
    writer.finish();
    sink.flush();
    accounting.check();
    checkNulls(writer.nulls(), transcoder);
    refuseIfNotWorthIt();
    return sink.count();
  }

  private void write(RowOutcome<R> outcome, RowWriter<R> writer) throws IOException {
    if (outcome instanceof Accepted<R> accepted) {
      code |= !(accepted.value() instanceof DynamicRow);
      writer.write(accepted.value());
      accounting.written();
    }
  }

  /**
   * Rows of a plain schema have no code of their own, as was promised, nor do those of no record.
   */
  private void checkNulls(long @Nullable [] written, @Nullable Transcoder transcoder) {
    if (written == null) {
      return;
    }
    if (transcoder != null) {
      transcoder.addNullsTo(written);
    }
    RowSchema<R> schema = pipeline.schema();
    NullLaw.check(schema.names(), written, reader.nulls(), code && !schema.isPlain());
  }

  private @Nullable Transcoder transcoder(ByteSink sink) {
    return pipeline.format() instanceof CsvFormat && pipeline.rules().isEmpty()
        ? Transcoding.of(
            pipeline.schema(), pipeline.filters(), reader, dates, accounting.keyIndexes(), sink)
        : null;
  }

  private boolean transcoded(Transcoder transcoder, SheetRow row) throws IOException {
    switch (transcoder.take(row)) {
      case COPIED -> accounting.copied(transcoder.taken());
      case FILTERED -> accounting.turnedAway(transcoder.filter(), transcoder.taken());
      case LEFT -> {
        return false;
      }
    }
    accounting.hidden(transcoder.hidden());
    return true;
  }

  private @Nullable RowOutcome<R> next() {
    SheetRow row = reader.advance();
    return row == null ? null : judge(row);
  }

  private RowOutcome<R> judge(SheetRow row) {
    RowOutcome<R> outcome;
    try {
      outcome = reader.judge(row);
    } catch (RefusedFileException refused) {
      throw findings.complete(row, refused);
    }
    if (outcome instanceof Rejected<R> rejected) {
      outcome = findings.complete(row, rejected);
    }
    accounting.count(outcome);
    return outcome;
  }

  private void refuseIfNotWorthIt() {
    if (accounting.refusesFile()) {
      throw new RefusedFileException(accounting.problems());
    }
    Optional<String> passed = budget.passedBy(accounting.rejected(), accounting.accepted());
    if (passed.isPresent()) {
      List<Problem> problems = new ArrayList<>(accounting.problems());
      problems.add(tooMany(passed.get()));
      throw new RefusedFileException(problems);
    }
    if (accounting.accepted() == 0) {
      List<Problem> problems = new ArrayList<>(accounting.problems());
      problems.addAll(emptyResult().problems());
      throw new RefusedFileException(problems);
    }
  }

  private static Problem tooMany(String found) {
    return Problem.ofFile(
        ProblemCode.TOO_MANY_REJECTS, found, "correct the cells listed, or allow rejects");
  }

  private RefusedFileException emptyResult() {
    return new RefusedFileException(
        List.of(
            Problem.ofFile(
                ProblemCode.EMPTY_RESULT,
                "expected at least one row to keep, found none among %s data rows"
                    .formatted(accounting.counts().data()),
                "check that this is the right sheet; nothing was deleted")));
  }
}
