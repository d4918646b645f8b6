package dev.ingest.cli;

import dev.ingest.aws.AwsClients;
import dev.ingest.aws.s3.S3ObjectStore;
import dev.ingest.aws.s3.S3Settings;
import dev.ingest.pipeline.Upload;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/** The workbook that an argument names: a file, or an object in S3. */
final class Source {

  private Source() {}

  /**
   * Opens it.
   *
   * @param key the upload's key, or null for the one that the argument implies
   */
  static Upload open(String argument, @Nullable String key) {
    return open(argument, key, S3Settings.defaults());
  }

  /**
   * Opens it.
   *
   * @param key the upload's key, or null for the one that the argument implies
   * @param s3 where an object is
   */
  static Upload open(String argument, @Nullable String key, S3Settings s3) {
    return ObjectLocation.isUri(argument)
        ? fromStore(ObjectLocation.parse(argument), key, s3)
        : fromFile(Path.of(argument), key);
  }

  private static Upload fromFile(Path file, @Nullable String key) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new WorkbookException(
          WorkbookException.Reason.UNREADABLE,
          file + ": expected a readable file, found none; check the path");
    }
    return new Upload(key == null ? impliedKey(file) : key, WorkbookSource.of(file));
  }

  /** A file's folder is its label, as it would be in a bucket; its extension says nothing. */
  private static String impliedKey(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    Path label = folder == null ? null : folder.getFileName();
    String name = String.valueOf(absolute.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return (label == null ? "files" : label) + "/" + stem + ".xlsx";
  }

  private static Upload fromStore(ObjectLocation at, @Nullable String key, S3Settings s3) {
    try (S3Client client = AwsClients.s3(s3)) {
      ObjectStore store = new S3ObjectStore(client, s3);
      try (InputStream stream = store.read(at)) {
        WorkbookSource bytes = WorkbookSource.of(at.toString(), stream);
        return new Upload(key == null ? at.key() : key, bytes, at.version())
            .from(at.bucket(), null);
      }
    } catch (IOException failure) {
      throw new WorkbookException(
          WorkbookException.Reason.UNREADABLE,
          at + ": expected the whole object, found " + failure.getMessage() + "; try again",
          failure);
    }
  }
}
