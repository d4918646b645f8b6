package dev.ingest.lambda.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HclReaderTest {

  @Test
  void blocksBecomeElementsAndExpressionsStayAsTheyAre() {
    assertThat(
            HclReader.read(
                """
                # a comment
                resource "aws_sqs_queue" "queue" {
                  name    = "${var.name}-x" # another
                  seconds = 6 * var.timeout
                  on      = true
                  policy = jsonencode({
                    target = aws_sqs_queue.dead.arn
                    count  = 4
                  })
                  list = [
                    "a,b",
                    f(x, "]"),
                  ]
                  choice = local.c ? { a = [1] } : null
                  empty {}
                }
                """))
        .hasToString(
            "{\"resource\":[{\"name\":\"${var.name}-x\",\"seconds\":\"${6 *"
                + " var.timeout}\",\"on\":\"true\","
                + "\"policy\":{\"target\":\"${aws_sqs_queue.dead.arn}\",\"count\":\"4\"},\"list\":[\"a,b\",\"${f(x,"
                + " \\\"]\\\")}\"],\"choice\":\"${local.c ? { a = [1] } : null}\",\"empty\":[{}],"
                + "\"#0\":\"aws_sqs_queue\",\"#1\":\"queue\"}]}");
  }

  @ParameterizedTest
  @CsvSource({
    "a = <<EOT,            line 1: expected a plain expression",
    "a = aws_x.y[*].arn,   line 1: expected a plain expression",
    "a {,                  line 1: expected }",
    "a = 1 },              line 1: expected the end",
    "= 1,                  line 1: expected a name"
  })
  void whatItDoesNotKnowIsRefused(String text, String message) {
    assertThatThrownBy(() -> HclReader.read(text)).hasMessage(message);
  }
}
