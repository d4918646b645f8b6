package dev.ingest.cli;

import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LedgerRun;
import dev.ingest.load.LoadOrigin;
import dev.ingest.load.LoadResult.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One run as lines for a terminal. */
final class RunText {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RunText() {}

  /** Returns a moment in UTC, to the minute. */
  static String minute(Instant moment) {
    return MINUTE.format(moment);
  }

  /** Returns an object's place; of a folder's file there is a key only. */
  static String file(LoadOrigin origin) {
    return origin.bucket().isEmpty()
        ? origin.key()
        : "s3://" + origin.bucket() + "/" + origin.key();
  }

  /** Returns one fact a line, without a line end after the last. */
  static String of(LedgerRun run) {
    LedgerEntry line = run.line();
    List<String> lines = new ArrayList<>();
    fact(lines, "run", line.identity().run());
    fact(lines, "file", file(line.identity().origin()));
    version(lines, line.identity().origin());
    fact(lines, "pipeline", line.identity().pipeline());
    fact(lines, "table", line.table() + ": " + line.plan());
    if (!line.scope().isEmpty()) {
      fact(lines, "scope", line.scope());
    }
    fact(
        lines,
        "rows",
        "%s came, %s staged, %s replaced"
            .formatted(line.inserted(), line.staged(), line.deleted()));
    fact(lines, "began", second(line.startedAt()));
    fact(lines, "loaded", second(line.loadedAt()));
    boolean found = line.outcome() == Outcome.ALREADY_LOADED;
    related(lines, found ? "rows of" : "replaced", run.before());
    related(lines, "gone by", run.after());
    fact(lines, "outcome", line.outcome().label());
    return String.join("\n", lines);
  }

  private static void version(List<String> lines, LoadOrigin origin) {
    List<String> parts = new ArrayList<>(List.of(origin.identity()));
    if (origin.version() != null && origin.sequencer() != null) {
      parts.add("sequencer " + origin.sequencer());
    }
    parts.add(origin.size() + " bytes");
    fact(lines, "upload", String.join(", ", parts));
  }

  private static void related(List<String> lines, String name, @Nullable LedgerEntry other) {
    if (other != null) {
      fact(
          lines,
          name,
          "run %s of %s at %s"
              .formatted(
                  other.identity().run(),
                  file(other.identity().origin()),
                  second(other.loadedAt())));
    }
  }

  private static String second(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static void fact(List<String> lines, String name, String value) {
    lines.add("%-9s %s".formatted(name, value.replaceAll("\\p{Cntrl}", " ")));
  }
}
