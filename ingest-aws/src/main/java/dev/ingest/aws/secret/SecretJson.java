package dev.ingest.aws.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of a database secret as RDS and Redshift write it: {@code username} and {@code
 * password}, perhaps {@code host}, {@code port} (number or text), {@code dbname} and {@code
 * engine}; the rest is ignored.
 */
final class SecretJson {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** What RDS, Aurora and Redshift write where they name the engine. */
  private static final Set<String> ENGINES =
      Set.of("postgres", "postgresql", "aurora-postgresql", "redshift", "redshift-serverless");

  private final String where;
  private final JsonNode tree;

  private SecretJson(String where, JsonNode tree) {
    this.where = where;
    this.tree = tree;
  }

  static DatabaseSecret read(String secretId, @Nullable String text) {
    String where = "secret " + secretId;
    SecretJson json = new SecretJson(where, parse(where, text));
    json.checkEngine();
    return new DatabaseSecret(
        json.required("username"),
        json.required("password"),
        json.optional("host"),
        json.port(),
        json.optional("dbname"));
  }

  private static JsonNode parse(String where, @Nullable String text) {
    try {
      JsonNode tree = text == null ? null : JSON.readTree(text);
      if (tree != null && tree.isObject()) {
        return tree;
      }
    } catch (JsonProcessingException notJson) {
      // its message would quote the secret, so it is dropped; what follows says what is needed
    }
    throw new SecretException(
        where
            + ": expected a JSON object with username and password, found something else;"
            + " store it as key/value pairs",
        null);
  }

  private void checkEngine() {
    String engine = optional("engine");
    if (engine != null && !ENGINES.contains(engine.strip().toLowerCase(Locale.ROOT))) {
      throw refusal(
          "engine",
          "if there is one, to name PostgreSQL or Redshift, found another",
          "check which secret is meant");
    }
  }

  /**
   * A number with a fraction or an exponent, and a truth value, are no longer as they were typed.
   */
  private String required(String field) {
    JsonNode node = tree.path(field);
    if (node.isFloatingPointNumber() || node.isBoolean()) {
      throw refusal(field, "found no text", "put it in quotes");
    }
    String value = optional(field);
    if (value == null) {
      throw refusal(field, "found none");
    }
    return value;
  }

  private @Nullable String optional(String field) {
    JsonNode node = tree.get(field);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isValueNode() || node.asText().isEmpty()) {
      throw refusal(field, "found an empty or nested value");
    }
    return node.asText();
  }

  private @Nullable Integer port() {
    String text = optional("port");
    if (text == null) {
      return null;
    }
    try {
      int port = Integer.parseInt(text.strip());
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException notOne) {
      // refused below, without the value
    }
    throw refusal("port", "found no port number");
  }

  private SecretException refusal(String field, String found) {
    return refusal(field, found, "correct the secret");
  }

  private SecretException refusal(String field, String found, String advice) {
    return new SecretException(
        "%s: expected the field \"%s\", %s; %s".formatted(where, field, found, advice), null);
  }
}
