package dev.ingest.testkit.doubles;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.testkit.doubles.RuntimeApi.Outcome;
import dev.ingest.testkit.doubles.RuntimeApi.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process around the runtime interface client. The client is a stand-in of a few lines, so that
 * this module needs none of AWS's jars for it; the real one runs in the tests of the function.
 */
@Timeout(60)
class LambdaProcessTest {

  /** Does one step per invocation, as the event says. */
  private static final String STAND_IN =
      """
      package com.amazonaws.services.lambda.runtime.api.client;

      import java.io.InputStream;
      import java.net.HttpURLConnection;
      import java.net.URL;
      import java.nio.file.Path;

      public class AWSLambda {
        static final String API =
            "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/";

        public static void main(String[] args) throws Exception {
          if ("snap-start".equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
            open("restore/next").getResponseCode();
          }
          while (true) {
            HttpURLConnection next = open("invocation/next");
            String id = next.getHeaderField("Lambda-Runtime-Aws-Request-Id");
            String event;
            try (InputStream in = next.getInputStream()) {
              event = new String(in.readAllBytes(), "UTF-8");
            }
            System.out.println("event " + event);
            System.err.println("on standard error");
            switch (event) {
              case "exit" -> System.exit(3);
              case "handler" -> answer(id, args[0]);
              case "directory" -> answer(id, Path.of("").toAbsolutePath().toString());
              case "crac" -> answer(id, System.getProperty("org.crac.Core.Compat"));
              default -> answer(id, String.valueOf(System.getenv(event)));
            }
          }
        }

        static void answer(String id, String text) throws Exception {
          HttpURLConnection answer = open("invocation/" + id + "/response");
          answer.setDoOutput(true);
          answer.getOutputStream().write(text.getBytes("UTF-8"));
          answer.getResponseCode();
        }

        static HttpURLConnection open(String step) throws Exception {
          return (HttpURLConnection) new URL(API + step).openConnection();
        }
      }
      """;

  @TempDir Path function;
  private final RuntimeApi api = RuntimeApi.start();
  private LambdaProcess lambda;

  @AfterEach
  void close() {
    if (lambda != null) {
      lambda.close();
    }
    api.close();
  }

  @Test
  void theFunctionRunsInItsDirectoryWithItsHandler() throws Exception {
    start(Map.of());

    assertThat(invoke("handler")).isEqualTo("com.example.Handler::handleRequest");
    assertThat(Path.of(invoke("directory"))).isEqualTo(function.toRealPath());
  }

  @Test
  void theEnvironmentIsLambdasAndTheTestsAndNoOther() throws Exception {
    start(Map.of("AWS_REGION", "us-east-1", "MINE", "value"));

    assertThat(invoke("AWS_LAMBDA_FUNCTION_NAME")).isEqualTo("ingest");
    assertThat(invoke("AWS_REGION")).isEqualTo("us-east-1");
    assertThat(invoke("MINE")).isEqualTo("value");
    assertThat(System.getenv("PATH")).as("PATH of this JVM").isNotNull();
    assertThat(invoke("PATH")).isEqualTo("null");
  }

  @Test
  void whatWasWrittenBeforeTheResponseIsThereAfterIt() throws Exception {
    start(Map.of());

    invoke("handler");

    assertThat(lambda.output()).isEqualTo("event handler\non standard error\n");
  }

  @Test
  void theOutputOutlivesTheProcess() throws Exception {
    start(Map.of());
    invoke("handler");

    lambda.close();

    assertThat(lambda.handle().isAlive()).isFalse();
    assertThat(lambda.output()).contains("event handler");
  }

  @Test
  void aProcessThatEndsFailsWhatIsUnansweredAndSaysWhy() throws Exception {
    start(Map.of());

    var result = api.invoke("exit", 1000);

    assertThat(lambda.awaitExit(Duration.ofSeconds(30))).isEqualTo(3);
    assertThatThrownBy(() -> result.get(30, SECONDS))
        .hasRootCauseMessage(
            """
            the function's process ended with exit code 3; it said:
            event exit
            on standard error
            """);
  }

  @Test
  void aProcessThatRunsOnIsNotWaitedForForever() throws Exception {
    start(Map.of());
    invoke("handler");

    assertThatThrownBy(() -> lambda.awaitExit(Duration.ofMillis(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("event handler");
  }

  @Test
  void withSnapStartTheFunctionWaitsForItsRestore() throws Exception {
    start(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));

    api.checkpoint().get(30, SECONDS);
    api.restore();

    assertThat(invoke("crac")).isEqualTo("com.amazonaws.services.lambda.crac");
  }

  private void start(Map<String, String> environment) throws IOException {
    lambda =
        LambdaProcess.start(
            api,
            function,
            List.of(compileStandIn()),
            "com.example.Handler::handleRequest",
            environment,
            List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
  }

  private String invoke(String event) throws Exception {
    Result result = api.invoke(event, 1000).get(30, SECONDS);
    assertThat(result.outcome()).isEqualTo(Outcome.RESPONSE);
    return result.body();
  }

  private Path compileStandIn() throws IOException {
    Path client = Files.createDirectory(function.resolve("client"));
    Path source = Files.writeString(client.resolve("AWSLambda.java"), STAND_IN);
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", client.toString(), source.toString());
    assertThat(failures).as("compiling the stand-in").isZero();
    return client;
  }
}
