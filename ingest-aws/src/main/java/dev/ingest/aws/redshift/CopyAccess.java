package dev.ingest.aws.redshift;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How Redshift gets at the files. Nothing in {@code COPY} can be bound, so all of it is checked
 * here to hold no quote and no backslash.
 *
 * @param role the ARN of the role that reads the bucket
 * @param region of the bucket, or null where it is that of the cluster
 * @param manifests where manifests are written: a prefix of keys that ends with a slash
 */
public record CopyAccess(String role, @Nullable String region, String manifests) {

  /** Where manifests go if nobody says otherwise. */
  public static final String MANIFESTS = "ingest-manifests/";

  private static final Pattern ROLE =
      Pattern.compile("arn:aws(?:-[a-z]+)*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]{1,512}");
  private static final Pattern REGION = Pattern.compile("[a-z]{2}(?:-[a-z]+)+-[0-9]{1,2}");
  private static final Pattern PREFIX = Pattern.compile("(?:[A-Za-z0-9._=-]{1,200}/){1,8}");

  /** Refuses what has not its usual form. */
  public CopyAccess {
    check("role", ROLE, role, "the ARN of an IAM role");
    check("manifests", PREFIX, manifests, "a prefix of plain names that ends with a slash");
    if (region != null) {
      check("region", REGION, region, "a region such as eu-west-1");
    }
  }

  /** Access to buckets in the cluster's own region. */
  public static CopyAccess by(String role) {
    return new CopyAccess(role, null, MANIFESTS);
  }

  /** Returns this for buckets of another region. */
  public CopyAccess inRegion(String other) {
    return new CopyAccess(role, other, manifests);
  }

  private static void check(String what, Pattern form, String value, String expected) {
    if (!form.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "Redshift %s: expected %s, found \"%s\"".formatted(what, expected, value));
    }
  }
}
