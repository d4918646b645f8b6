package dev.ingest.aws.redshift.data;

import dev.ingest.aws.redshift.RedshiftFailures;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.redshiftdata.model.ResourceNotFoundException;
import software.amazon.awssdk.services.redshiftdata.model.ValidationException;

/**
 * What the Data API says when it fails. It passes the database's words on without their state, so
 * that only the words tell. What they quote is left out, since it may be a value.
 */
final class DataFailures {

  private static final Pattern QUOTED = Pattern.compile("['\"].*['\"]", Pattern.DOTALL);

  private final String where;

  DataFailures(String where) {
    this.where = where;
  }

  /** A request that got no answer, or one that says no. */
  LoadException of(SdkException failure) {
    boolean denied =
        failure instanceof AwsServiceException service
            && (service.statusCode() == 401 || service.statusCode() == 403 || isDenied(service));
    if (denied) {
      return failure(Reason.LOGIN_REFUSED, "the request denied", "let the role use redshift-data and log in");
    }
    if (failure instanceof ValidationException || failure instanceof ResourceNotFoundException) {
      return failure(
          Reason.MISCONFIGURED, said(failure), "check workgroup or cluster, database and login");
    }
    return failure(Reason.UNREACHABLE, said(failure), "check the route to redshift-data, and try again");
  }

  private static boolean isDenied(AwsServiceException failure) {
    return failure.awsErrorDetails() != null
        && "AccessDeniedException".equals(failure.awsErrorDetails().errorCode());
  }

  private static String said(SdkException failure) {
    return failure instanceof AwsServiceException service && service.awsErrorDetails() != null
        ? String.valueOf(service.awsErrorDetails().errorCode())
        : failure.getClass().getSimpleName();
  }

  /** A statement that the database did not run. */
  LoadException ofStatement(String error) {
    if (RedshiftFailures.isConflict(error)) {
      return RedshiftFailures.conflict(where);
    }
    if (RedshiftFailures.isOfRows(error)) {
      return failure(Reason.ROWS_REFUSED, "rows refused", "compare the table's columns with the file");
    }
    String words = "\"" + QUOTED.matcher(error).replaceAll("…") + "\"";
    if (error.contains("S3ServiceException") || error.contains("nvalid credentials")) {
      return failure(
          Reason.MISCONFIGURED, words, "let the role of COPY read the bucket, and say its region");
    }
    if (isOfValues(error)) {
      return failure(Reason.ROWS_REFUSED, words, "compare the table's columns with the file");
    }
    return failure(Reason.MISCONFIGURED, words, "check table, columns and rights");
  }

  private static boolean isOfValues(String error) {
    return error.contains("value too long")
        || error.contains("NULL value")
        || error.contains("null value")
        || error.contains("out of range")
        || error.contains("violates");
  }

  private LoadException failure(Reason reason, String found, String advice) {
    return new LoadException(
        reason,
        "%s: expected the Data API to run the load, found %s; %s".formatted(where, found, advice),
        null);
  }

  /** A commit of which nobody knows whether it happened. */
  LoadException unknown(String found) {
    return new LoadException(
        Reason.OUTCOME_UNKNOWN,
        "%s: expected an answer to the batch, found %s; load the same file again, the ledger tells whether it was loaded"
            .formatted(where, found),
        null);
  }
}
