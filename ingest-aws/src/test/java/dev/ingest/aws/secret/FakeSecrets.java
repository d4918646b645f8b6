package dev.ingest.aws.secret;

import java.util.function.Consumer;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/** A service that answers every request with one value, and counts. */
final class FakeSecrets implements SecretsManagerClient {

  private final Consumer<GetSecretValueResponse.Builder> value;
  int reads;

  FakeSecrets(Consumer<GetSecretValueResponse.Builder> value) {
    this.value = value;
  }

  @Override
  public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
    reads++;
    return GetSecretValueResponse.builder().applyMutation(value).build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
