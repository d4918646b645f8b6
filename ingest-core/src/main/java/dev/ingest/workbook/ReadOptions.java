package dev.ingest.workbook;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How a workbook is read. What does not concern its format has no effect. Immutable; thread-safe if
 * the executor is.
 */
public final class ReadOptions {

  private static final ReadOptions DEFAULTS =
      new ReadOptions(ReadLimits.defaults(), null, null, null, null);

  private final ReadLimits limits;
  private final @Nullable String password;
  private final @Nullable Executor executor;
  private final @Nullable Character delimiter;
  private final @Nullable Charset charset;

  private ReadOptions(
      ReadLimits limits,
      @Nullable String password,
      @Nullable Executor executor,
      @Nullable Character delimiter,
      @Nullable Charset charset) {
    this.limits = limits;
    this.password = password;
    this.executor = executor;
    this.delimiter = delimiter;
    this.charset = charset;
  }

  /** Returns options with the default limits and nothing else declared. */
  public static ReadOptions defaults() {
    return DEFAULTS;
  }

  /** Returns these options with other limits. */
  public ReadOptions withLimits(ReadLimits readLimits) {
    return new ReadOptions(readLimits, password, executor, delimiter, charset);
  }

  /** Returns these options with the password of an encrypted workbook. */
  public ReadOptions withPassword(String secret) {
    return new ReadOptions(limits, secret, executor, delimiter, charset);
  }

  /**
   * Returns these options with an executor on which a large sheet is inflated while it is scanned.
   * One task per open sheet, which ends before {@link SheetRows#close()} returns. By default a
   * large sheet starts one thread of its own where there is a second processor.
   */
  public ReadOptions withExecutor(Executor shared) {
    return new ReadOptions(limits, password, shared, delimiter, charset);
  }

  /** Returns these options with the delimiter of a text file, which is else detected. */
  public ReadOptions withDelimiter(char separator) {
    return new ReadOptions(limits, password, executor, separator, charset);
  }

  /** Returns these options with the charset of a text file, which is else detected. */
  public ReadOptions withCharset(Charset encoding) {
    return new ReadOptions(limits, password, executor, delimiter, encoding);
  }

  /** Returns how much may be read. */
  public ReadLimits limits() {
    return limits;
  }

  /** Returns the password, if one is declared. */
  public Optional<String> password() {
    return Optional.ofNullable(password);
  }

  /** Returns the executor, if one is declared. */
  public Optional<Executor> executor() {
    return Optional.ofNullable(executor);
  }

  /** Returns the delimiter of a text file, if one is declared. */
  public Optional<Character> delimiter() {
    return Optional.ofNullable(delimiter);
  }

  /** Returns the charset of a text file, if one is declared. */
  public Optional<Charset> charset() {
    return Optional.ofNullable(charset);
  }

  /** Says what is declared, but never the password. */
  @Override
  public String toString() {
    return "ReadOptions[limits=%s, password=%s, executor=%s, delimiter=%s, charset=%s]"
        .formatted(limits, password == null ? "none" : "given", executor, delimiter, charset);
  }
}
