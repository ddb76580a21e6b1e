package org.documentpipeline.routes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** S3 behind camel-aws2-s3, in memory. */
final class FakeStorage implements S3Client {
  /** Bytes by key. */
  final Map<String, byte[]> objects = new ConcurrentHashMap<>();

  final List<PutObjectRequest> puts = Collections.synchronizedList(new ArrayList<>());

  /** Buckets and keys that were asked for, written or deleted: {@code bucket/key}. */
  final List<String> touched = Collections.synchronizedList(new ArrayList<>());

  /** What S3 says of an object beside its bytes: metadata that an uploader might have chosen. */
  final Map<String, String> metadata = new ConcurrentHashMap<>();

  /** Classes through which the bytes of objects went out. */
  final Set<String> readers = ConcurrentHashMap.newKeySet();

  private volatile SdkException failure;

  void fail(SdkException with) {
    failure = with;
  }

  void reset() {
    failure = null;
    objects.clear();
    puts.clear();
    touched.clear();
    metadata.clear();
    readers.clear();
  }

  @Override
  public HeadBucketResponse headBucket(HeadBucketRequest request) {
    return HeadBucketResponse.builder().build();
  }

  @Override
  public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
    touch(request.bucket(), request.key());
    try {
      objects.put(request.key(), body.contentStreamProvider().newStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    puts.add(request);
    return PutObjectResponse.builder().eTag("tag").build();
  }

  @Override
  public <T> T getObject(
      GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
    touch(request.bucket(), request.key());
    byte[] bytes = objects.get(request.key());
    if (bytes == null) {
      throw NoSuchKeyException.builder()
          .message("The specified key does not exist.")
          .statusCode(404)
          .build();
    }
    GetObjectResponse response =
        GetObjectResponse.builder().contentLength((long) bytes.length).metadata(metadata).build();
    try {
      return transformer.transform(response, AbortableInputStream.create(new Watched(bytes)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getObject(GetObjectRequest request) {
    return getObject(request, ResponseTransformer.toInputStream());
  }

  @Override
  public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
    touch(request.bucket(), request.key());
    objects.remove(request.key());
    return DeleteObjectResponse.builder().build();
  }

  /** Notes who reads. */
  private final class Watched extends ByteArrayInputStream {
    private Watched(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
      StackWalker.getInstance().forEach(frame -> readers.add(frame.getClassName()));
      return super.read(into, offset, length);
    }
  }

  private void touch(String bucket, String key) {
    touched.add(bucket + "/" + key);
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
