package dev.ingest.testkit.doubles;

import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** A store that writes down what is created in it, and fails on demand. */
final class ObservedBlobStore extends ForwardingBlobStore {

  /** What S3Proxy keeps beside the objects: no object of anybody's. */
  static final String BOOKKEEPING = ".s3proxy-";

  private final List<S3Event> events = new CopyOnWriteArrayList<>();
  private final ReadFaults reads = new ReadFaults();
  private final AtomicLong sequence = new AtomicLong();
  private final AtomicReference<Fault> fault = new AtomicReference<>(new Fault(0, 0, ""));

  ObservedBlobStore(BlobStore objects) {
    super(objects);
  }

  List<S3Event> events() {
    return events;
  }

  /** The next {@code times} requests are answered with this HTTP status and error code. */
  void failNext(int times, int status, String code) {
    fault.set(new Fault(times, status, code));
  }

  ReadFaults reads() {
    return reads;
  }

  /** Creates an object past the faults, which are for requests. */
  void create(PutObjectRequest request, InputStream content) {
    PutObjectResponse response = delegate().putBlob(request, content);
    created("Put", request.bucket(), request.key(), response.eTag());
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
    failIfDue();
    PutObjectResponse response = super.putBlob(request, content);
    created("Put", request.bucket(), request.key(), response.eTag());
    return response;
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    failIfDue();
    CopyObjectResponse response = super.copyBlob(request);
    String entityTag = response.copyObjectResult().eTag();
    created("Copy", request.destinationBucket(), request.destinationKey(), entityTag);
    return response;
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    failIfDue();
    CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
    String bucket = upload.containerName();
    created("CompleteMultipartUpload", bucket, upload.blobName(), response.eTag());
    return response;
  }

  @Override
  public UploadPartResponse uploadMultipartPart(
      MultipartUpload upload, UploadPartRequest request, InputStream content) {
    failIfDue();
    return super.uploadMultipartPart(upload, request, content);
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    failIfDue();
    reads.interlude();
    return reads.spoil(super.getBlob(request));
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    failIfDue();
    return super.blobMetadata(request);
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    failIfDue();
    return super.removeBlob(request);
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    failIfDue();
    return super.list(request);
  }

  private void created(String how, String bucket, String key, @Nullable String entityTag) {
    if (!key.startsWith(BOOKKEEPING)) {
      String tag = entityTag == null ? "" : entityTag.replace("\"", "");
      long number = sequence.incrementAndGet();
      events.add(new S3Event("ObjectCreated:" + how, bucket, key, tag, size(bucket, key), number));
    }
  }

  private long size(String bucket, String key) {
    HeadObjectRequest head = HeadObjectRequest.builder().bucket(bucket).key(key).build();
    return delegate().blobMetadata(head).contentLength();
  }

  private void failIfDue() {
    Fault due = fault.getAndUpdate(Fault::next);
    if (due.times() > 0) {
      throw due.exception();
    }
  }

  private record Fault(int times, int status, String code) {

    Fault next() {
      return times > 0 ? new Fault(times - 1, status, code) : this;
    }

    S3Exception exception() {
      AwsErrorDetails details =
          AwsErrorDetails.builder().errorCode(code).errorMessage("Injected by the test").build();
      return (S3Exception)
          S3Exception.builder().statusCode(status).awsErrorDetails(details).build();
    }
  }
}
