package dev.ingest.aws.redshift.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ingest.aws.sql.BoundSql;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.redshiftdata.model.SqlParameter;

/** Values of texts that become parameters of batches. */
class NamedSqlTest {

  @Test
  void textsBecomeParametersOfTheWholeBatch() {
    NamedSql named =
        new NamedSql(
            List.of(
                new BoundSql("SELECT ? AS a", List.of("it's; :p9 ?")),
                BoundSql.of("COMMIT"),
                new BoundSql("SELECT ?, ?", List.of("x", "x"))));

    assertThat(named.statements()).containsExactly("SELECT :p1 AS a", "COMMIT", "SELECT :p2, :p3");
    assertThat(named.parameters())
        .extracting(SqlParameter::name, SqlParameter::value)
        .containsExactly(tuple("p1", "it's; :p9 ?"), tuple("p2", "x"), tuple("p3", "x"));
  }

  /** A parameter has at least one character, and is never null. */
  @Test
  void whatCannotBeAParameterStandsInTheStatement() {
    NamedSql named = new NamedSql(List.of(new BoundSql("(?, ?, ?)", Arrays.asList("", null, 7L))));

    assertThat(named.statements()).containsExactly("('', NULL, 7)");
    assertThat(named.parameters()).isEmpty();
  }

  @Test
  void aWarehouseIsAWorkgroupOrACluster() {
    assertThatThrownBy(() -> new DataWarehouse("w", "c", "dev", null, null))
        .hasMessage("Data API: expected a workgroup or a cluster, found both; give one of them");
    assertThatThrownBy(() -> new DataWarehouse(null, null, "dev", null, null))
        .hasMessage("Data API: expected a workgroup or a cluster, found neither; give one of them");
    assertThatThrownBy(
            () ->
                DataWarehouse.cluster("c", "dev", "u")
                    .withSecret("arn:aws:secretsmanager:eu-west-1:123456789012:secret:x y"))
        .hasMessage(
            "Data API secret: expected its usual form, found \"arn:aws:secretsmanager:eu-west-1:123456789012:secret:x y\"");
    assertThat(
            DataWarehouse.cluster("c", "dev", "u")
                .withSecret("arn:aws:secretsmanager:eu-west-1:123456789012:secret:x-AbC"))
        .isEqualTo(
            new DataWarehouse(
                null,
                "c",
                "dev",
                null,
                "arn:aws:secretsmanager:eu-west-1:123456789012:secret:x-AbC"));
    assertThat(DataWarehouse.workgroup("w", "dev"))
        .isEqualTo(new DataWarehouse("w", null, "dev", null, null));
  }
}
