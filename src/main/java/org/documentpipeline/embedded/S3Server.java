package org.documentpipeline.embedded;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server inside the JVM; objects are files. */
final class S3Server implements Server {

  private static final long STOP_LIMIT_MILLIS = 2_000;

  private final S3Proxy proxy;

  private S3Server(S3Proxy proxy) {
    this.proxy = proxy;
  }

  static S3Server start(Home home, int wantedPort) throws IOException {
    String folder = home.folder().folder("s3").toString();
    int port = Ports.choose(EmbeddedService.S3, wantedPort);
    S3Proxy proxy =
        S3Proxy.builder()
            .blobStore(new FilesystemNio2BlobStore(folder))
            .endpoint(URI.create("http://%s:%d".formatted(Ports.HOST, port)))
            .awsAuthentication(
                AuthenticationType.AWS_V4, home.secrets().accessKey(), home.secrets().secretKey())
            .stopTimeout(STOP_LIMIT_MILLIS)
            .build();
    try {
      proxy.start();
    } catch (Exception e) {
      throw new IOException("the embedded S3 server did not start", e);
    }
    return new S3Server(proxy);
  }

  @Override
  public Map<String, String> environment() {
    return Map.of("AWS_ENDPOINT_URL_S3", "http://%s:%d".formatted(Ports.HOST, proxy.getPort()));
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the embedded S3 server did not stop", e);
    }
  }
}
