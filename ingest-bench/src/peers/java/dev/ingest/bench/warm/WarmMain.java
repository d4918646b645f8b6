package dev.ingest.bench.warm;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Has JMH run one program on one workbook and prints the median in seconds. */
public final class WarmMain {

  private static final int WARM_UPS = 4;

  private WarmMain() {}

  /** Arguments: the program, the table, the workbook, the CSV and how many runs count. */
  public static void main(String[] args) throws RunnerException {
    System.setProperty("jmh.ignoreLock", "true");
    Options options =
        new OptionsBuilder()
            .include(WarmWork.class.getName())
            .param("program", args[0])
            .param("table", args[1])
            .param("workbook", args[2])
            .param("csv", args[3])
            .mode(Mode.SingleShotTime)
            .timeUnit(TimeUnit.MILLISECONDS)
            .forks(1)
            .jvmArgs("-XX:+UseSerialGC", "-Xmx2g")
            .warmupIterations(WARM_UPS)
            .measurementIterations(Integer.parseInt(args[4]))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    for (RunResult result : results) {
      double millis = result.getPrimaryResult().getStatistics().getPercentile(50);
      System.out.println(millis / 1_000);
    }
  }
}
