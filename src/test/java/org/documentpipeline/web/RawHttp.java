package org.documentpipeline.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * HTTP by hand: clients of the JDK do not let a test choose its Host, break off a body or lie about
 * its length.
 */
final class RawHttp {

  private final int port;

  RawHttp(int port) {
    this.port = port;
  }

  record Answer(int status, List<String> headers, String body) {

    /** The header's value, or null. */
    String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst()
          .orElse(null);
    }
  }

  /** Sends a request without a body from a local client. */
  Answer get(String path, String... headers) throws IOException {
    return request("GET", path, "localhost:" + port, "", headers);
  }

  Answer post(String path, String body, String... headers) throws IOException {
    String[] all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length;
    return request("POST", path, "localhost:" + port, body, all);
  }

  /** Sends a request with just these headers, and closes its side after the body. */
  Answer request(String method, String path, String host, String body, String... headers)
      throws IOException {
    StringBuilder head =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Connection: close\r\n\r\n").append(body);
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(head.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
      socket.shutdownOutput();
      return parse(readAll(socket.getInputStream()));
    }
  }

  /**
   * Sends headers and then as many bytes as the server takes, up to a number; reads what it says.
   */
  Answer flood(String path, long announced, long bytes, String... headers) throws IOException {
    StringBuilder head =
        new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append(
        announced < 0 ? "Transfer-Encoding: chunked\r\n" : "Content-Length: " + announced + "\r\n");
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
      pour(out, announced < 0, bytes);
      return parse(readAll(socket.getInputStream()));
    }
  }

  private static void pour(OutputStream out, boolean chunked, long bytes) throws IOException {
    byte[] block = "x".repeat(65_536).getBytes(StandardCharsets.UTF_8);
    try {
      for (long sent = 0; sent < bytes; sent += block.length) {
        if (chunked) {
          out.write("10000\r\n".getBytes(StandardCharsets.UTF_8));
        }
        out.write(block);
        if (chunked) {
          out.write("\r\n".getBytes(StandardCharsets.UTF_8));
        }
      }
      if (chunked) {
        out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      }
    } catch (SocketException e) {
      // The server has had enough; what it answered is read next.
    }
  }

  private static byte[] readAll(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      // Not until the connection ends: the server may wait for the rest of a body that never comes.
      byte[] block = new byte[8192];
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        all.write(block, 0, n);
        if (isComplete(all)) {
          break;
        }
      }
    } catch (SocketException e) {
      // Reset after the answer: whatever came before it counts.
    }
    return all.toByteArray();
  }

  private static boolean isComplete(ByteArrayOutputStream all) {
    Answer answer = parse(all.toByteArray());
    String length = answer.header("Content-Length");
    if (answer.header("Transfer-Encoding") != null) {
      return new String(all.toByteArray(), StandardCharsets.UTF_8).endsWith("\r\n0\r\n\r\n");
    }
    return length != null
        && answer.body().getBytes(StandardCharsets.UTF_8).length >= Integer.parseInt(length);
  }

  private static Answer parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return new Answer(0, List.of(), text);
    }
    List<String> lines = List.of(text.substring(0, end).split("\r\n"));
    int status = Integer.parseInt(lines.get(0).split(" ")[1]);
    if (status == 100) {
      return parse(text.substring(end + 4).getBytes(StandardCharsets.UTF_8));
    }
    Answer answer = new Answer(status, lines.subList(1, lines.size()), text.substring(end + 4));
    return answer.header("Transfer-Encoding") == null
        ? answer
        : new Answer(status, answer.headers(), withoutChunks(answer.body()));
  }

  // Sizes count bytes, the text has characters: good enough where a chunk is cut only at its end.
  private static String withoutChunks(String body) {
    return body.replaceAll("(?m)(^|\r\n)[0-9a-f]+\r\n", "").replaceAll("\r\n$", "");
  }
}
