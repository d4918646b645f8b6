package dev.ingest.aws.redshift.data;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which database the Data API runs statements in, and as whom.
 *
 * @param workgroup the name of a serverless workgroup, or null
 * @param cluster the identifier of a cluster, or null
 * @param database the database's name
 * @param user the database's user, who is logged in with temporary credentials, or null
 * @param secret the ARN of a secret with a login, or null
 */
public record DataWarehouse(
    @Nullable String workgroup,
    @Nullable String cluster,
    String database,
    @Nullable String user,
    @Nullable String secret) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,128}");
  private static final Pattern SECRET =
      Pattern.compile("arn:aws(?:-[a-z]+)*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[^\\s]{1,512}");

  /** Refuses what names no warehouse, two of them, or two logins. */
  public DataWarehouse {
    if ((workgroup == null) == (cluster == null)) {
      throw new IllegalArgumentException(
          "Data API: expected a workgroup or a cluster, found %s; give one of them"
              .formatted(workgroup == null ? "neither" : "both"));
    }
    if (user != null && secret != null) {
      throw new IllegalArgumentException(
          "Data API: expected a user or a secret, found both; give one of them");
    }
    check("workgroup", NAME, workgroup);
    check("cluster", NAME, cluster);
    check("database", NAME, database);
    check("user", NAME, user);
    check("secret", SECRET, secret);
  }

  /** A serverless workgroup, logged in as the identity that calls. */
  public static DataWarehouse workgroup(String name, String database) {
    return new DataWarehouse(name, null, database, null, null);
  }

  /** A cluster, logged in as a user of the database with temporary credentials. */
  public static DataWarehouse cluster(String identifier, String database, String user) {
    return new DataWarehouse(null, identifier, database, user, null);
  }

  /** Returns this with the login of a secret. */
  public DataWarehouse withSecret(String arn) {
    return new DataWarehouse(workgroup, cluster, database, null, arn);
  }

  private static void check(String what, Pattern form, @Nullable String value) {
    if (value != null && !form.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "Data API %s: expected its usual form, found \"%s\"".formatted(what, value));
    }
  }
}
