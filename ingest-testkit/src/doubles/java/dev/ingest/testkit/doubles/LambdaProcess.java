package dev.ingest.testkit.doubles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Lambda function in a process of its own, run by AWS's runtime interface client as it is run on
 * Lambda, with a {@link RuntimeApi} in place of the service.
 *
 * <p>The client loads the function from the process's working directory: the classes in it and the
 * jars in its {@code lib}. Its native part exists for Linux only. If the process ends, whatever the
 * {@link RuntimeApi} still waits for fails with what the process said last. A RuntimeApi serves one
 * process. All methods may be called from any thread.
 */
public final class LambdaProcess implements AutoCloseable {

  private static final String RUNTIME_CLIENT =
      "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** Without it the client's own hooks are not the ones that org.crac calls. */
  private static final String CRAC_BRIDGE =
      "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac";

  private static final long POLITE_SECONDS = 2;

  private final Process process;
  private final Path directory;
  private @Nullable String lastOutput;

  private LambdaProcess(Process process, Path directory) {
    this.process = process;
    this.directory = directory;
  }

  /**
   * Starts a function; returns at once. Nothing of this JVM's environment is handed on, least of
   * all credentials: the function sees what Lambda sets for every function, and {@code
   * environment}. For SnapStart say {@code AWS_LAMBDA_INITIALIZATION_TYPE=snap-start} there.
   *
   * @param api the service that the function is invoked through
   * @param function the directory that the deployment package was unpacked to
   * @param runtimeClient the jars of the runtime interface client
   * @param handler the function's entry point, as in {@code com.example.Handler::handleRequest}
   * @param environment more variables, which win over those of Lambda
   * @param jvmFlags options for the JVM, such as {@code -Xmx256m}
   * @return the running process
   */
  public static LambdaProcess start(
      RuntimeApi api,
      Path function,
      List<Path> runtimeClient,
      String handler,
      Map<String, String> environment,
      List<String> jvmFlags) {
    Path scratch = ScratchDirectory.create("lambda");
    ProcessBuilder builder =
        new ProcessBuilder(command(runtimeClient, handler, environment, jvmFlags))
            .directory(function.toFile())
            .redirectErrorStream(true)
            // A file, not a pipe: all that was written before a response is there after it.
            .redirectOutput(logIn(scratch).toFile());
    builder.environment().clear();
    builder.environment().putAll(lambdaEnvironment(api, function, handler));
    builder.environment().putAll(environment);
    try {
      LambdaProcess lambda = new LambdaProcess(builder.start(), scratch);
      ScratchDirectory.closeAtExit(lambda);
      var unused = lambda.process.onExit().thenAccept(ended -> api.end(lambda.obituary()));
      return lambda;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a JVM for the function", e);
    }
  }

  /**
   * What the function and its runtime wrote so far.
   *
   * @return standard output and standard error, in the order of writing
   */
  public synchronized String output() {
    if (lastOutput != null) {
      return lastOutput;
    }
    try {
      return new String(Files.readAllBytes(logIn(directory)), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the function's output", e);
    }
  }

  /**
   * The operating system's process, to look at it from outside.
   *
   * @return a handle of the JVM that runs the function
   */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /**
   * Waits for the process to end by itself.
   *
   * @param patience how long at most
   * @return the exit code
   * @throws InterruptedException if this thread is interrupted
   * @throws IllegalStateException if the process still runs when the time is over
   */
  public int awaitExit(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("the function's process still runs; it said:\n" + output());
    }
    return process.exitValue();
  }

  /** Ends the process. Its output can still be read. */
  @Override
  public synchronized void close() {
    if (lastOutput != null) {
      return;
    }
    end();
    lastOutput = output();
    try {
      FileTree.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the function's output", e);
    }
  }

  private void end() {
    process.destroy();
    try {
      if (!process.waitFor(POLITE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private String obituary() {
    return "the function's process ended with exit code %s; it said:\n%s"
        .formatted(process.exitValue(), output());
  }

  private static Path logIn(Path directory) {
    return directory.resolve("output.log");
  }

  private static List<String> command(
      List<Path> runtimeClient,
      String handler,
      Map<String, String> environment,
      List<String> jvmFlags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmFlags);
    if ("snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      command.add(CRAC_BRIDGE);
    }
    command.add("-cp");
    command.add(runtimeClient.stream().map(Path::toString).collect(joining(File.pathSeparator)));
    command.add(RUNTIME_CLIENT);
    command.add(handler);
    return command;
  }

  /** What Lambda sets: see "Defined runtime environment variables" in its developer guide. */
  private static Map<String, String> lambdaEnvironment(
      RuntimeApi api, Path function, String handler) {
    return Map.ofEntries(
        Map.entry("AWS_LAMBDA_RUNTIME_API", api.address()),
        Map.entry("_HANDLER", handler),
        Map.entry("LAMBDA_TASK_ROOT", function.toString()),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", "ingest"),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/ingest"),
        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "test"),
        Map.entry("AWS_REGION", "eu-west-1"),
        Map.entry("AWS_DEFAULT_REGION", "eu-west-1"),
        Map.entry("LANG", "C.UTF-8"),
        Map.entry("TZ", "UTC"));
  }
}
