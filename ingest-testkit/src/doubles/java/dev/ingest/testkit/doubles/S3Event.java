package dev.ingest.testkit.doubles;

/**
 * An object came to be on a {@link S3Server}: what S3 would send a notification of.
 *
 * @param name the event as S3 names it in a notification, such as {@code ObjectCreated:Put}
 * @param bucket the bucket
 * @param key the object's key as it is, not form-encoded as in a notification
 * @param entityTag the ETag without its quotation marks
 */
public record S3Event(String name, String bucket, String key, String entityTag) {}
