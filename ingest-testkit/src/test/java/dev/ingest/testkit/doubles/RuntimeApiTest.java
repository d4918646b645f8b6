package dev.ingest.testkit.doubles;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.testkit.doubles.RuntimeApi.Outcome;
import dev.ingest.testkit.doubles.RuntimeApi.Result;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RuntimeApiTest {

  private final RuntimeApi api = RuntimeApi.start();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void anInvocationIsHandedOutAndItsResponseTakenIn() throws Exception {
    CompletableFuture<Result> result = api.invoke("{\"key\":\"ü\"}", 60_000);

    HttpResponse<String> next = get("invocation/next");
    assertThat(next.body()).isEqualTo("{\"key\":\"ü\"}");
    assertThat(next.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(next.headers().firstValueAsLong("Lambda-Runtime-Deadline-Ms").orElseThrow())
        .isBetween(System.currentTimeMillis(), System.currentTimeMillis() + 60_000);

    HttpResponse<String> accepted = post("invocation/" + id(next) + "/response", "\"done\"");
    assertThat(accepted.statusCode()).isEqualTo(202);
    assertThat(result.get(10, SECONDS)).isEqualTo(new Result(Outcome.RESPONSE, null, "\"done\""));
  }

  @Test
  void anErrorKeepsItsType() throws Exception {
    CompletableFuture<Result> result = api.invoke("{}", 1000);

    post("invocation/" + id(get("invocation/next")) + "/error", "{}");

    assertThat(result.get(10, SECONDS)).isEqualTo(new Result(Outcome.ERROR, "Some.Type", "{}"));
  }

  @Test
  void invocationsAreHandedOutInOrder() throws Exception {
    var unused = api.invoke("1", 1000);
    var unusedToo = api.invoke("2", 1000);

    assertThat(get("invocation/next").body()).isEqualTo("1");
    assertThat(get("invocation/next").body()).isEqualTo("2");
  }

  @Test
  void aRuntimeThatAsksEarlyWaits() throws Exception {
    CompletableFuture<HttpResponse<String>> asked =
        http.sendAsync(request("invocation/next").build(), BodyHandlers.ofString());

    var unused = api.invoke("1", 1000);

    assertThat(asked.get(10, SECONDS).body()).isEqualTo("1");
  }

  @Test
  void anAnswerToNoInvocationIsRefused() throws Exception {
    assertThat(post("invocation/unknown/response", "{}").statusCode()).isEqualTo(404);
    assertThat(get("else").statusCode()).isEqualTo(404);
  }

  @Test
  void aFailedInitIsReported() throws Exception {
    post("init/error", "{}");

    assertThat(api.initError().get(10, SECONDS))
        .isEqualTo(new Result(Outcome.INIT_ERROR, "Some.Type", "{}"));
  }

  @Test
  void aSnapshotIsRestoredWhenTheTestSaysSo() throws Exception {
    CompletableFuture<HttpResponse<String>> restored =
        http.sendAsync(request("restore/next").build(), BodyHandlers.ofString());

    api.checkpoint().get(10, SECONDS);
    assertThat(restored).isNotDone();
    api.restore();

    assertThat(restored.get(10, SECONDS).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsUnansweredFailsWhenTheRuntimeEnds() {
    CompletableFuture<Result> before = api.invoke("{}", 1000);

    api.end("the process died");

    CompletableFuture<Result> after = api.invoke("{}", 1000);
    assertThatThrownBy(before::join).hasRootCauseMessage("the process died");
    assertThatThrownBy(after::join).hasRootCauseMessage("the process died");
    assertThatThrownBy(api.initError()::join).hasRootCauseMessage("the process died");
    assertThatThrownBy(api.checkpoint()::join).hasRootCauseMessage("the process died");
  }

  private HttpResponse<String> get(String step) throws Exception {
    return http.send(request(step).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String step, String body) throws Exception {
    HttpRequest.Builder request = request(step).POST(BodyPublishers.ofString(body));
    if (step.endsWith("error")) {
      request.header("Lambda-Runtime-Function-Error-Type", "Some.Type");
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String step) {
    return HttpRequest.newBuilder(
        URI.create("http://" + api.address() + "/2018-06-01/runtime/" + step));
  }

  private static String id(HttpResponse<String> next) {
    return next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
  }
}
