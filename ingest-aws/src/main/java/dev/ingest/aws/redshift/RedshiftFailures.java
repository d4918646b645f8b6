package dev.ingest.aws.redshift;

import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import java.util.Locale;

/**
 * What Redshift says when it fails. Most of its own failures are internal errors without a state of
 * their own, and only the words tell them apart.
 *
 * <p>Source: Amazon Redshift Database Developer Guide, "Serializable isolation" for 1023, and "Load
 * error reference"; the state is what drivers report.
 */
public final class RedshiftFailures {

  private RedshiftFailures() {}

  /** Returns whether another transaction was in the way, and another try may succeed. */
  public static boolean isConflict(String said) {
    String words = said.toLowerCase(Locale.ROOT);
    return words.startsWith("1023")
        || words.contains("error: 1023")
        || words.contains("serializable isolation violation")
        || words.contains("conflict with concurrent transaction")
        || words.contains("could not open relation with oid")
        || words.contains("deadlock detected");
  }

  /** Returns whether {@code COPY} found rows that it does not take. */
  public static boolean isOfRows(String said) {
    return said.contains("Load into table") && said.contains("failed");
  }

  /** Returns whether {@code COPY} may not read what it was told to, or does not find it. */
  public static boolean isOfAccess(String said) {
    return said.contains("S3ServiceException")
        || said.contains("Invalid credentials")
        || said.contains("is not authorized")
        || said.contains("does not exist");
  }

  /** Returns the failure of a load that another transaction was in the way of. */
  public static LoadException conflict(String where) {
    return new LoadException(
        Reason.CONFLICT,
        "%s: expected the load to succeed, found another transaction in its way (1023); try again"
            .formatted(where),
        null);
  }

  /** Returns the failure of a {@code COPY} that could not get at its files. */
  public static LoadException access(String where, CopyAccess access) {
    return new LoadException(
        Reason.MISCONFIGURED,
        "%s: expected Redshift to read the files as %s, found that it did not; attach the role to the cluster, let it read and list the bucket and use its key, and say the bucket's region"
            .formatted(where, access.role()),
        null);
  }

  /** Returns the failure of a load that has no time left. */
  public static LoadException outOfTime(String where) {
    return new LoadException(
        Reason.OUT_OF_TIME,
        "%s: expected the load to end in time, found that it ran out; nothing was changed; try again with more time"
            .formatted(where),
        null);
  }
}
