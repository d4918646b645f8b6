package dev.ingest.testkit.doubles;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * AWS Secrets Manager on the loopback interface, as far as reading a secret goes: {@code
 * GetSecretValue} in the protocol AWS JSON 1.1.
 *
 * <p>It believes any signature, and knows only the current version of a secret. All methods may be
 * called from any thread.
 */
public final class SecretsServer implements AutoCloseable {

  private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
  private static final String ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:";
  private static final String ARN_SUFFIX = "-AbCdEf";
  private static final byte[] GARBAGE = "<html>This is not the answer.</html>".getBytes(UTF_8);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Secret> secrets = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> reads = new ConcurrentHashMap<>();
  private final Set<String> denied = ConcurrentHashMap.newKeySet();
  private final AtomicInteger throttled = new AtomicInteger();
  private final AtomicInteger garbled = new AtomicInteger();
  private final LoopbackServer http = LoopbackServer.start("secrets-server", this::answer);

  private SecretsServer() {}

  /**
   * Starts a server without secrets.
   *
   * @return a running server
   */
  public static SecretsServer start() {
    return new SecretsServer();
  }

  /**
   * Where clients connect.
   *
   * @return an http URI, as for {@code AWS_ENDPOINT_URL_SECRETS_MANAGER}
   */
  public URI endpoint() {
    return URI.create("http://" + http.address());
  }

  /**
   * Stores a secret, or rotates the one that is there: its next version becomes the current one.
   *
   * @param secretId the secret's name
   * @param secretString its value, by custom a JSON object
   * @return the id of the new version: {@code v1} at first, then {@code v2}
   */
  public String put(String secretId, String secretString) {
    return secrets
        .merge(
            secretId,
            new Secret(1, secretString),
            (old, first) -> new Secret(old.version() + 1, secretString))
        .versionId();
  }

  /**
   * The full name of a secret, by which it can be read as well.
   *
   * @param secretId the secret's name
   * @return its ARN
   */
  public String arn(String secretId) {
    return ARN + secretId + ARN_SUFFIX;
  }

  /**
   * How often a secret was asked for, whatever the answer was.
   *
   * @param secretId the secret's name
   * @return the number of {@code GetSecretValue} requests so far, the client's retries included
   */
  public int reads(String secretId) {
    AtomicInteger count = reads.get(secretId);
    return count == null ? 0 : count.get();
  }

  /**
   * Refuses a secret from now on with AccessDeniedException, as IAM does.
   *
   * @param secretId the secret's name; it need not exist
   */
  public void deny(String secretId) {
    denied.add(secretId);
  }

  /**
   * Takes back {@link #deny}.
   *
   * @param secretId the secret's name
   */
  public void allow(String secretId) {
    denied.remove(secretId);
  }

  /**
   * Answers the next requests with ThrottlingException, upon which clients try again.
   *
   * @param requests how many
   */
  public void throttleNext(int requests) {
    throttled.set(requests);
  }

  /**
   * Answers the next requests with status 200 and a body that is not JSON.
   *
   * @param requests how many
   */
  public void garbleNext(int requests) {
    garbled.set(requests);
  }

  /** Stops the server. */
  @Override
  public void close() {
    http.close();
  }

  private void answer(HttpExchange exchange, byte[] body) throws IOException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (!"secretsmanager.GetSecretValue".equals(target)) {
      refuse(exchange, "UnknownOperationException", "not imitated: " + target);
      return;
    }
    JsonNode request = JSON.readTree(body);
    String id = name(request.path("SecretId").asText());
    reads.computeIfAbsent(id, unseen -> new AtomicInteger()).incrementAndGet();
    Secret secret = secrets.get(id);
    if (takeOne(throttled)) {
      refuse(exchange, "ThrottlingException", "Rate exceeded");
    } else if (takeOne(garbled)) {
      LoopbackServer.respond(exchange, 200, CONTENT_TYPE, GARBAGE);
    } else if (denied.contains(id)) {
      refuse(exchange, "AccessDeniedException", "not authorized to perform GetSecretValue");
    } else if (secret == null || !secret.isMeantBy(request)) {
      refuse(exchange, "ResourceNotFoundException", "can't find the specified secret value");
    } else {
      LoopbackServer.respond(exchange, 200, CONTENT_TYPE, value(id, secret));
    }
  }

  private byte[] value(String id, Secret secret) throws IOException {
    ObjectNode value = JSON.createObjectNode();
    value.put("ARN", arn(id)).put("Name", id).put("VersionId", secret.versionId());
    value.put("SecretString", secret.value()).put("CreatedDate", 1.5e9);
    value.putArray("VersionStages").add("AWSCURRENT");
    return JSON.writeValueAsBytes(value);
  }

  private static void refuse(HttpExchange exchange, String type, String message)
      throws IOException {
    ObjectNode error = JSON.createObjectNode().put("__type", type).put("Message", message);
    LoopbackServer.respond(exchange, 400, CONTENT_TYPE, JSON.writeValueAsBytes(error));
  }

  /** A secret may be asked for by its name or by its ARN. */
  private static String name(String secretId) {
    return secretId.startsWith(ARN) && secretId.endsWith(ARN_SUFFIX)
        ? secretId.substring(ARN.length(), secretId.length() - ARN_SUFFIX.length())
        : secretId;
  }

  private static boolean takeOne(AtomicInteger left) {
    return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }

  private record Secret(int version, String value) {

    String versionId() {
      return "v" + version;
    }

    boolean isMeantBy(JsonNode request) {
      return request.path("VersionId").asText(versionId()).equals(versionId())
          && request.path("VersionStage").asText("AWSCURRENT").equals("AWSCURRENT");
    }
  }
}
