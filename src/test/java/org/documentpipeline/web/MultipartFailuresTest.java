package org.documentpipeline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartException;

class MultipartFailuresTest {
  private final UploadLimits limits = new UploadLimits(DataSize.ofMegabytes(1));

  static Stream<IOException> written() {
    return Stream.of(
        new IOException("No space left on device"),
        new IOException("Das Plattenkontingent ist ausgeschöpft"),
        new FileNotFoundException("upload_1.tmp (Disk quota exceeded)"),
        new FileSystemException("upload_1.tmp"));
  }

  @ParameterizedTest
  @MethodSource("written")
  void aFileThatCanNotBeWrittenIsNoFaultOfTheClient(IOException cause) {
    Problem problem = describe(new IOFileUploadException("Processing failed.", cause));
    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.code()).isEqualTo("unavailable");
    assertThat(ProblemException.of(problem).getHeaders().getFirst("Retry-After")).isEqualTo("5");
  }

  static Stream<IOException> read() {
    return Stream.of(
        new ClientAbortException(new IOException("Connection reset by peer")),
        new MalformedStreamException("Stream ended unexpectedly"));
  }

  @ParameterizedTest
  @MethodSource("read")
  void anUploadThatBreaksOffIsSaidToHave(IOException cause) {
    Problem problem = describe(new IOFileUploadException("Processing failed.", cause));
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.detail()).contains("broke off");
    assertThat(ProblemException.of(problem).getHeaders()).isEmpty();
  }

  @Test
  void whatIsNoMultipartIsNotWellFormed() {
    assertThat(describe(new IllegalArgumentException("no boundary")).detail())
        .contains("not well-formed");
  }

  private Problem describe(Exception cause) {
    return MultipartFailures.describe(new MultipartException("Failed to parse", cause), limits);
  }
}
