package dev.ingest.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.store.ObjectLocation;
import dev.ingest.store.StoreException;
import dev.ingest.store.StoreException.Reason;
import dev.ingest.testkit.doubles.S3Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class S3ListingTest {

  private final S3Server server = S3Server.start();
  private final S3Client client = S3Clients.of(server.endpoint());
  private final S3Listing listing = new S3Listing(client, S3Settings.defaults());

  @BeforeEach
  void makeABucket() {
    server.createBucket("config");
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void theObjectsOfAPrefixComeInTheOrderOfTheirKeys() {
    put("p/b.yaml");
    put("p/a b+c%.yaml");
    put("p/q/c.yaml");
    put("other/d.yaml");

    assertThat(listing.under(new ObjectLocation("config", "p/")))
        .containsExactly(
            new ObjectLocation("config", "p/a b+c%.yaml"),
            new ObjectLocation("config", "p/b.yaml"),
            new ObjectLocation("config", "p/q/c.yaml"));
  }

  @Test
  void aPrefixOfNothingHasNone() {
    assertThat(listing.under(new ObjectLocation("config", "none/"))).isEmpty();
  }

  @Test
  void aBucketThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> listing.under(new ObjectLocation("elsewhere", "p/")))
        .isInstanceOf(StoreException.class)
        .extracting(failure -> ((StoreException) failure).reason())
        .isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void aBucketFullOfUploadsIsNotListed() {
    for (int i = 0; i <= 1000; i++) {
      put("p/" + i);
    }

    assertThatThrownBy(() -> listing.under(new ObjectLocation("config", "p/")))
        .hasMessage(
            "s3://config/p/: expected at most 1000 objects under it, found more; name a narrower prefix");
  }

  private void put(String key) {
    server.put("config", key, new byte[] {1});
  }
}
