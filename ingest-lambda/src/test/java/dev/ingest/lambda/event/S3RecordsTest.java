package dev.ingest.lambda.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.store.ObjectLocation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3RecordsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** As S3 sends it; see "Event message structure" in its user guide. */
  private static final String PUT =
      """
      {"Records": [{
        "eventVersion": "2.1",
        "eventSource": "aws:s3",
        "awsRegion": "eu-west-1",
        "eventTime": "2020-02-01T10:15:00.000Z",
        "eventName": "ObjectCreated:Put",
        "userIdentity": {"principalId": "AIDAJDPLRKLG7UEXAMPLE"},
        "requestParameters": {"sourceIPAddress": "127.0.0.1"},
        "responseElements": {"x-amz-request-id": "C3D13FE58DE4C810"},
        "s3": {
          "s3SchemaVersion": "1.0",
          "configurationId": "workbooks",
          "bucket": {
            "name": "inbox",
            "ownerIdentity": {"principalId": "A3NL1KOZZKExample"},
            "arn": "arn:aws:s3:::inbox"},
          "object": {
            "key": "ES/metrics.xlsx",
            "size": 5368709120,
            "eTag": "d41d8cd98f00b204e9800998ecf8427e",
            "versionId": "096fKKXTRTtl3on89fVO.nfljtsv6qko",
            "sequencer": "0055AED6DCD90281E5"}}}]}
      """;

  @Test
  void anUploadIsNamedWithItsVersion() throws Exception {
    assertThat(created(JSON.readTree(PUT)))
        .containsExactly(
            new ObjectLocation("inbox", "ES/metrics.xlsx", "096fKKXTRTtl3on89fVO.nfljtsv6qko"));
  }

  @Test
  void withoutVersioningAnUploadIsNamedWithItsEntityTag() throws Exception {
    JsonNode event = JSON.readTree(PUT);
    ((ObjectNode) event.at("/Records/0/s3/object")).remove("versionId");

    assertThat(created(event))
        .containsExactly(
            new ObjectLocation("inbox", "ES/metrics.xlsx")
                .withEntityTag("d41d8cd98f00b204e9800998ecf8427e"));
  }

  @Test
  void withoutBothAnyObjectOfTheKeyIsMeant() throws Exception {
    JsonNode event = JSON.readTree(PUT);
    ((ObjectNode) event.at("/Records/0/s3/object")).remove(List.of("versionId", "eTag"));

    assertThat(created(event)).containsExactly(new ObjectLocation("inbox", "ES/metrics.xlsx"));
  }

  @ParameterizedTest
  @CsvSource({
    "in/a+b.xlsx,                          in/a b.xlsx",
    "in/a%2Bb.xlsx,                        in/a+b.xlsx",
    "in/a%20b.xlsx,                        in/a b.xlsx",
    "in/100%25.xlsx,                       in/100%.xlsx",
    "in/%2520.xlsx,                        in/%20.xlsx",
    "in/%C3%BC.xlsx,                       in/ü.xlsx",
    "in/%E6%97%A5%E6%9C%AC.xlsx,           in/日本.xlsx",
    "in/a+b%2Bc%25%C3%BC.xlsx,             in/a b+c%ü.xlsx",
    "in/%F0%9F%98%80.xlsx,                 in/😀.xlsx",
    "in/😀+b.xlsx,                         in/😀 b.xlsx",
    "in/%26amp%3B%3D%3F%23.xlsx,           in/&amp;=?#.xlsx",
    "in/(x)_!-.*'.xlsx,                    in/(x)_!-.*'.xlsx"
  })
  void keysAreFormEncoded(String encoded, String key) throws Exception {
    JsonNode event = JSON.readTree(PUT);
    ((ObjectNode) event.at("/Records/0/s3/object")).put("key", encoded);

    assertThat(created(event)).extracting(ObjectLocation::key).containsExactly(key);
  }

  @ParameterizedTest
  @CsvSource({"0055aed6DCD90281E5, 0055aed6DCD90281E5", "Happy Sequencer, ", "００, ", "G0, "})
  void aSequencerIsHexadecimal(String sent, String taken) throws Exception {
    JsonNode event = JSON.readTree(PUT.replace("0055AED6DCD90281E5", sent));

    assertThat(notices(event))
        .first()
        .extracting(notice -> ((Notice.Arrival) notice).sequencer())
        .isEqualTo(taken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.0", "2.3", "2.6", "2.17"})
  void allVersionsOfTheStructureThatBeginWithTwoAreRead(String version) throws Exception {
    assertThat(created(JSON.readTree(PUT.replace("2.1", version)))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ObjectCreated:Put",
        "ObjectCreated:Post",
        "ObjectCreated:Copy",
        "ObjectCreated:CompleteMultipartUpload",
        "ObjectCreated:OfTomorrow"
      })
  void allWaysToCreateCount(String name) throws Exception {
    assertThat(created(event(name))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ObjectRemoved:Delete", "ObjectRemoved:DeleteMarkerCreated", "ObjectTagging:Put"})
  void otherEventsAreNotUploads(String name) throws Exception {
    assertThat(created(event(name))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"eventSource", "eventName", "s3.bucket.name", "s3.object.key"})
  void aMissingFieldIsNamedByItsPath(String field) throws Exception {
    String parent = "/Records/0/" + field.replace('.', '/');
    int slash = parent.lastIndexOf('/');
    JsonNode event = JSON.readTree(PUT);
    ((ObjectNode) event.at(parent.substring(0, slash))).remove(parent.substring(slash + 1));

    assertRefused(
        event,
        "event: Records[0]."
            + field
            + ": expected text, found none; let the bucket's notifications come here as S3 sends them");
  }

  @Test
  void aFieldOfAnotherTypeIsAMissingOne() throws Exception {
    JsonNode event = JSON.readTree(PUT);
    ((ObjectNode) event.at("/Records/0")).put("s3", "inbox");

    assertRefused(
        event,
        "event: Records[0].s3.bucket.name: expected text, found none; let the bucket's notifications come here as S3 sends them");
  }

  @Test
  void anotherSourceIsRefused() throws Exception {
    assertRefused(
        JSON.readTree(PUT.replace("aws:s3\"", "aws:ses\"")),
        "event: Records[0].eventSource: expected \"aws:s3\", found \"aws:ses\"; let the bucket's notifications come here as S3 sends them");
  }

  @Test
  void anotherStructureIsRefused() throws Exception {
    assertRefused(
        JSON.readTree(PUT.replace("2.1", "3.0")),
        "event: Records[0].eventVersion: expected 2.x, found \"3.0\"; let the bucket's notifications come here as S3 sends them");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES/100%.xlsx", "ES/a%", "ES/a%2", "ES/%FF.xlsx", "ES/%C3.xlsx", "%２0"})
  void aKeyThatIsNotEncodedIsRefused(String key) throws Exception {
    assertRefused(
        JSON.readTree(PUT.replace("ES/metrics.xlsx", key)),
        "event: Records[0].s3.object.key: expected a form-encoded key, found \"%s\"; let the bucket's notifications come here as S3 sends them"
            .formatted(key));
  }

  @Test
  void aBucketThatCannotBeIsRefused() throws Exception {
    assertRefused(
        JSON.readTree(PUT.replace("\"inbox\"", "\"in box\"")),
        "event: Records[0].s3: bucket: expected 2 to 63 letters, digits, dots and dashes, found \"in box\"");
  }

  private static JsonNode event(String name) throws JsonProcessingException {
    return JSON.readTree(PUT.replace("ObjectCreated:Put", name));
  }

  private static void assertRefused(JsonNode event, String message) {
    assertThat(notices(event)).containsExactly(new Notice.Malformed(message));
  }

  private static List<ObjectLocation> created(JsonNode event) {
    List<ObjectLocation> created = new ArrayList<>();
    for (Notice notice : notices(event)) {
      if (notice instanceof Notice.Arrival arrival) {
        created.add(arrival.at());
      }
    }
    return created;
  }

  private static List<Notice> notices(JsonNode event) {
    return EventReader.read(event).messages().get(0).notices();
  }
}
