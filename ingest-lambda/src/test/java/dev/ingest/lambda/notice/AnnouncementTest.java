package dev.ingest.lambda.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.store.ObjectLocation;
import org.junit.jupiter.api.Test;

class AnnouncementTest {

  @Test
  void whatFailedSaysWhy() {
    Announcement announcement =
        new Announcement("failed", new ObjectLocation("inbox", "a.xlsx"), null, "no rights", null);

    assertThat(announcement.json())
        .isEqualTo(
            "{\"outcome\":\"failed\",\"bucket\":\"inbox\",\"key\":\"a.xlsx\",\"message\":\"no rights\"}");
  }

  @Test
  void aReportHasALinkToTheConsole() {
    Announcement announcement =
        new Announcement(
            "refused",
            new ObjectLocation("inbox", "a.xlsx"),
            null,
            null,
            "s3://outbox/results/a b+c/run/report.html");

    assertThat(announcement.json())
        .endsWith(
            "\"report\":\"s3://outbox/results/a b+c/run/report.html\","
                + "\"link\":\"https://console.aws.amazon.com/s3/object/outbox?prefix=results%2Fa+b%2Bc%2Frun%2Freport.html\"}");
  }

  /** A folder has no console. */
  @Test
  void aReportElsewhereHasNone() {
    Announcement announcement =
        new Announcement(
            "refused", new ObjectLocation("inbox", "a"), null, null, "/tmp/report.html");

    assertThat(announcement.json()).endsWith("\"report\":\"/tmp/report.html\"}");
  }
}
