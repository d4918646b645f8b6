package dev.ingest.testkit.doubles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * S3 on the loopback interface: S3Proxy over a directory, in which every object is a plain file.
 *
 * <p>Signatures are checked against {@link #ACCESS_KEY_ID} and {@link #SECRET_ACCESS_KEY}, and
 * conditional writes ({@code If-None-Match}, {@code If-Match}) are honoured. Unlike S3 it keeps no
 * versions and no checksums, and takes the key {@code a//b} for {@code a/b}; a key outside ASCII
 * needs a JVM whose file names are UTF-8 (on Linux: started under a UTF-8 locale). All methods may
 * be called from any thread.
 */
public final class S3Server implements AutoCloseable {

  /** The only access key id that is known. */
  public static final String ACCESS_KEY_ID = "test";

  /** The secret that belongs to {@link #ACCESS_KEY_ID}. */
  public static final String SECRET_ACCESS_KEY = "testsecret";

  private final Path root;
  private final ObservedBlobStore store;
  private final S3Proxy proxy;

  private S3Server(Path root) {
    this.root = root;
    this.store = new ObservedBlobStore(new FilesystemNio2BlobStore(root.toString()));
    this.proxy =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY_ID, SECRET_ACCESS_KEY)
            // Else headers that do nothing here (expected owner, encryption) are answered with 501.
            .ignoreUnknownHeaders(true)
            // Else it waits for clients that keep their connections alive.
            .stopTimeout(0)
            .build();
  }

  /**
   * Starts a server without buckets.
   *
   * @return a running server
   */
  public static S3Server start() {
    S3Server server = new S3Server(ScratchDirectory.create("s3"));
    try {
      server.proxy.start();
    } catch (Exception e) {
      throw new IllegalStateException("S3Proxy did not start", e);
    }
    return server;
  }

  /**
   * Where clients connect. The host is an address, so that they choose path-style requests by
   * themselves.
   *
   * @return an http URI, as for {@code AWS_ENDPOINT_URL_S3}
   */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + proxy.getPort());
  }

  /**
   * Makes an empty bucket; does nothing if it is there.
   *
   * @param name the bucket's name
   */
  public void createBucket(String name) {
    store.delegate().createContainer(name);
  }

  /**
   * The directory that holds the buckets, one directory each.
   *
   * @return an absolute path
   */
  public Path root() {
    return root;
  }

  /**
   * The file that holds an object, whether or not it exists by now.
   *
   * @param bucket the bucket
   * @param key the object's key
   * @return an absolute path
   * @throws IllegalArgumentException if the key leads out of the bucket
   */
  public Path path(String bucket, String key) {
    Path directory = root.resolve(bucket);
    Path file = directory.resolve(key).normalize();
    if (!file.startsWith(directory)) {
      throw new IllegalArgumentException("key leads out of the bucket: " + key);
    }
    return file;
  }

  /**
   * All keys of a bucket, in the order in which S3 lists them.
   *
   * @param bucket the bucket
   * @return the keys of complete objects
   */
  public List<String> objects(String bucket) {
    List<String> keys = new ArrayList<>();
    @Nullable String page = null;
    do {
      ListObjectsV2Response listed =
          store
              .delegate()
              .list(ListObjectsV2Request.builder().bucket(bucket).continuationToken(page).build());
      listed.contents().stream().map(S3Object::key).forEach(keys::add);
      page = listed.nextContinuationToken();
    } while (page != null);
    keys.removeIf(key -> key.startsWith(ObservedBlobStore.BOOKKEEPING));
    return keys;
  }

  /**
   * Creates or replaces an object without a request: faults do not touch it, but it is an event.
   *
   * @param bucket a bucket that exists
   * @param key the object's key
   * @param content the bytes
   */
  public void put(String bucket, String key, byte[] content) {
    PutObjectRequest request =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .contentLength((long) content.length)
            .build();
    store.create(request, new ByteArrayInputStream(content));
  }

  /**
   * Reads an object without a request: faults do not touch it.
   *
   * @param bucket the bucket
   * @param key the object's key
   * @return its bytes
   * @throws software.amazon.awssdk.services.s3.model.NoSuchKeyException if there is no such object
   */
  public byte[] get(String bucket, String key) {
    GetObjectRequest request = GetObjectRequest.builder().bucket(bucket).key(key).build();
    try (ResponseInputStream<GetObjectResponse> content = store.delegate().getBlob(request)) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read s3://" + bucket + "/" + key, e);
    }
  }

  /**
   * What has been created so far, oldest first: by put, by copy and by multipart upload.
   *
   * @return a copy
   */
  public List<S3Event> events() {
    return List.copyOf(store.events());
  }

  /**
   * Lets the next requests fail as a busy S3 does: 503 SlowDown. Clients are expected to try again.
   *
   * @param requests how many; 0 takes back what is left of an earlier call
   */
  public void failNext(int requests) {
    failNext(requests, 503, "SlowDown");
  }

  /**
   * Lets the next requests for objects, parts or listings fail.
   *
   * @param requests how many; 0 takes back what is left of an earlier call
   * @param status the HTTP status to answer
   * @param code the error code of S3 to answer, such as {@code AccessDenied}
   */
  public void failNext(int requests, int status, String code) {
    store.failNext(requests, status, code);
  }

  /**
   * Spoils the body at the next read of an object; further calls do so at the reads after it.
   *
   * @param fault what happens to the body
   */
  public void spoilNextRead(BodyFault fault) {
    store.reads().spoilNext(fault);
  }

  /**
   * Lets something happen before the next read of an object is answered: the object is replaced, so
   * that its ETag is another than the client has seen, or the answer waits for a latch, as that of
   * a slow service. Further calls are for the reads after it.
   *
   * @param interlude runs on the thread of the request
   */
  public void beforeNextRead(Runnable interlude) {
    store.reads().beforeNext(interlude);
  }

  /** Stops the server and deletes its objects. */
  @Override
  public void close() {
    try {
      proxy.stop();
      FileTree.delete(root);
    } catch (Exception e) {
      throw new IllegalStateException("S3Proxy did not stop", e);
    }
  }
}
