package dev.ingest.testkit.doubles.wire;

import static java.util.Locale.ROOT;

/**
 * The moment at which a {@link Fault} fires.
 *
 * <p>Statements are those that reach the proxy, on any of its connections, after the fault was
 * injected. The driver's own count too: {@code BEGIN}, {@code COMMIT}, and the {@code SET} of a new
 * connection. A statement is its whole SQL text as it was sent.
 */
public final class FaultTrigger {

  private final String text;
  private final int occurrence;
  private final long copiedBytes;

  private FaultTrigger(String text, int occurrence, long copiedBytes) {
    this.text = text;
    this.occurrence = occurrence;
    this.copiedBytes = copiedBytes;
  }

  /**
   * Fires at a statement by its number.
   *
   * @param number from 1
   * @return the trigger
   */
  public static FaultTrigger statement(int number) {
    return new FaultTrigger("", number, 0);
  }

  /**
   * Fires at the first statement that contains this text, in whatever case.
   *
   * @param text a part of the SQL
   * @return the trigger
   */
  public static FaultTrigger statementContaining(String text) {
    return new FaultTrigger(text.toLowerCase(ROOT), 1, 0);
  }

  /**
   * Fires inside of a {@code COPY FROM STDIN}: at the message that would bring more than this many
   * bytes of data to the server.
   *
   * @param bytes 0 or more, summed over all copies since the fault was injected
   * @return the trigger
   */
  public static FaultTrigger copyData(long bytes) {
    return new FaultTrigger("", 0, bytes);
  }

  /**
   * The same trigger at a later occasion.
   *
   * @param number which of the statements that fit, from 1
   * @return the trigger
   */
  public FaultTrigger occurrence(int number) {
    return new FaultTrigger(text, number, copiedBytes);
  }

  boolean fits(String sql) {
    return sql.toLowerCase(ROOT).contains(text);
  }

  boolean isDueAt(int occasions) {
    return occasions == occurrence;
  }

  boolean isDueAfter(long bytes) {
    return occurrence == 0 && bytes > copiedBytes;
  }
}
