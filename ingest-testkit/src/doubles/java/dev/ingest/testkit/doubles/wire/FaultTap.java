package dev.ingest.testkit.doubles.wire;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a {@link FaultProxy}.
 *
 * <p>The server answers each query of the simple protocol, and each Sync of the extended one, with
 * one ReadyForQuery. Counting both tells which answers belong to the chosen statement.
 */
final class FaultTap implements WireTap {

  private final List<Fault> faults;
  private final Consumer<String> log;
  private final WireStatements statements = new WireStatements();

  /** Questions passed on to the server; the start-up is the first. */
  private int asked = 1;

  /** Answers that came to their end. */
  private int answered;

  private volatile @Nullable Fault atAnswer;
  private volatile int question;

  FaultTap(List<Fault> faults, Consumer<String> log) {
    this.faults = faults;
    this.log = log;
  }

  @Override
  public void fromClient(WireMessage message, WireLink link) throws IOException {
    @Nullable Fault fault = due(message);
    if (fault == null) {
      pass(message, link);
      return;
    }
    switch (fault.kind()) {
      case CUT -> {
        link.cut();
        fault.fire();
      }
      case RESET -> {
        link.reset();
        fault.fire();
      }
      case STALL -> {
        fault.fireAndWait();
        pass(message, link);
      }
      case LOSE_ANSWER, STALL_ANSWER -> {
        // Bytes of a COPY belong to a question that has been asked, a statement begins one.
        question = message.type() == 'd' ? asked : asked + 1;
        atAnswer = fault;
        pass(message, link);
      }
    }
  }

  private @Nullable Fault due(WireMessage message) {
    if (message.type() == 'd') {
      return first(fault -> fault.isDueAt(message.length()));
    }
    @Nullable String sql = statements.runBy(message);
    if (sql == null) {
      return null;
    }
    log.accept(sql);
    return first(fault -> fault.isDueAt(sql));
  }

  /** Asks each of them, since each counts; where two are due, the first injected one happens. */
  private @Nullable Fault first(Predicate<Fault> isDue) {
    @Nullable Fault found = null;
    for (Fault fault : faults) {
      if (isDue.test(fault) && found == null) {
        found = fault;
      }
    }
    return found;
  }

  private void pass(WireMessage message, WireLink link) throws IOException {
    link.toServer(message);
    if (message.type() == 'Q' || message.type() == 'S' || message.type() == 'F') {
      asked++;
    }
  }

  @Override
  public void fromServer(WireMessage message, WireLink link) throws IOException {
    @Nullable Fault fault = isOutcome(message) ? atAnswer : null;
    if (message.type() == 'Z') {
      answered++;
    }
    int number = message.type() == 'Z' ? answered : answered + 1;
    if (fault == null || number < question) {
      link.toClient(message);
    } else if (fault.kind() == FaultKind.STALL_ANSWER) {
      fault.fireAndWait();
      link.toClient(message);
    } else if (message.type() == 'Z') {
      link.cut();
      fault.fire();
    }
  }

  /** CommandComplete, EmptyQueryResponse, ErrorResponse or ReadyForQuery. */
  private static boolean isOutcome(WireMessage message) {
    return "CIEZ".indexOf(message.type()) >= 0;
  }
}
