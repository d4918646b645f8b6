package dev.ingest.aws;

import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * The back end of SLF4J in the tests of this module, by the system property {@code slf4j.provider}:
 * it says nothing, but {@link RecordedLogs} hear all.
 */
public final class RecordingLoggers implements SLF4JServiceProvider {

  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter contexts = new NOPMDCAdapter();

  @Override
  public ILoggerFactory getLoggerFactory() {
    return RecordingLogger::new;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return contexts;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }

  @Override
  public void initialize() {}

  private static final class RecordingLogger extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1L;

    RecordingLogger(String name) {
      this.name = name;
    }

    @Override
    protected void handleNormalizedLoggingCall(
        Level level,
        @Nullable Marker marker,
        String message,
        Object @Nullable [] arguments,
        @Nullable Throwable thrown) {
      boolean detail = level.toInt() < Level.INFO.toInt();
      RecordedLogs.add(detail, name + " " + message, arguments, thrown);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
      return null;
    }

    @Override
    public boolean isTraceEnabled() {
      return RecordedLogs.isOpen();
    }

    @Override
    public boolean isDebugEnabled() {
      return RecordedLogs.isOpen();
    }

    @Override
    public boolean isInfoEnabled() {
      return RecordedLogs.isOpen();
    }

    @Override
    public boolean isWarnEnabled() {
      return RecordedLogs.isOpen();
    }

    @Override
    public boolean isErrorEnabled() {
      return RecordedLogs.isOpen();
    }
  }
}
