package dev.ingest.lambda;

import dev.ingest.lambda.Outcome.Verdict;
import dev.ingest.lambda.notice.Announcement;
import dev.ingest.lambda.notice.Announcer;
import dev.ingest.report.RunFiles;
import dev.ingest.store.ObjectLocation;
import java.util.ArrayList;
import java.util.List;

/** All who are told how runs ended. Whoever cannot be told changes nothing of that. */
record Announcers(List<Announcer> all) {

  /** Keeps its own copy. */
  Announcers {
    all = List.copyOf(all);
  }

  /** Tells nobody. */
  static Announcers none() {
    return new Announcers(List.of());
  }

  /**
   * Tells an outcome that is final, of an object that may be an upload.
   *
   * @return whom it could not be told, and why
   */
  List<String> tell(Outcome outcome) {
    ObjectLocation at = outcome.at();
    boolean news = outcome.verdict() != Verdict.RETRY && !outcome.label().equals(Outcome.IGNORED);
    if (at == null || all.isEmpty() || !news) {
      return List.of();
    }
    Announcement announcement =
        new Announcement(
            outcome.label(), at, outcome.report(), outcome.message(), outcome.file(RunFiles.HTML));
    List<String> untold = new ArrayList<>();
    for (Announcer announcer : all) {
      try {
        announcer.tell(announcement);
      } catch (RuntimeException failure) { // of whatever kind the client throws
        untold.add(announcer.name() + ": " + FunctionFailure.message(failure));
      }
    }
    return untold;
  }
}
