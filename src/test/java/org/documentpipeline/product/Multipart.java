package org.documentpipeline.product;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart/form-data body, written as browsers write it. */
final class Multipart {

  private static final String BOUNDARY = "----document-pipeline-test";

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  Multipart file(String name, byte[] bytes) {
    return file("file", name, bytes);
  }

  Multipart file(String part, String name, byte[] bytes) {
    // As browsers escape line ends; quotes are the caller's to escape; everything else goes as
    // UTF-8.
    String escaped = name.replace("\r", "%0D").replace("\n", "%0A");
    return part(
        "form-data; name=\"" + part + "\"; filename=\"" + escaped + "\"",
        "application/octet-stream",
        bytes);
  }

  Multipart field(String name, String value) {
    return part(
        "form-data; name=\"" + name + "\"",
        "text/plain;charset=UTF-8",
        value.getBytes(StandardCharsets.UTF_8));
  }

  String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(body.toByteArray());
    whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return whole.toByteArray();
  }

  private Multipart part(String disposition, String type, byte[] bytes) {
    body.writeBytes(
        ("--"
                + BOUNDARY
                + "\r\nContent-Disposition: "
                + disposition
                + "\r\nContent-Type: "
                + type
                + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(bytes);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    return this;
  }
}
