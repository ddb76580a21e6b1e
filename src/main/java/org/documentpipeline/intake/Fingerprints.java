package org.documentpipeline.intake;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * SHA-256 of bytes, and of a whole request for the comparison that {@code Idempotency-Key} asks
 * for.
 */
@Component
public class Fingerprints {

  private static final int BUFFER = 1 << 16;

  /**
   * Size and hash of a file.
   *
   * @param bytes size
   * @param sha256 in lower-case hexadecimal
   */
  public record Digest(long bytes, String sha256) {}

  /** Size and hash, read as a stream. */
  public Digest digest(File file) throws IOException {
    MessageDigest sha = newSha();
    long bytes = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file.toPath())) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        sha.update(buffer, 0, n);
        bytes += n;
      }
    }
    return new Digest(bytes, HexFormat.of().formatHex(sha.digest()));
  }

  /** SHA-256 in lower-case hexadecimal. */
  public String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(newSha().digest(bytes));
  }

  /** The same for the same bytes, name and options, and for nothing else. */
  public String request(String sha256, String name, String length, String language, String focus) {
    // The length before each part keeps "ab"+"c" apart from "a"+"bc", and null apart from "".
    String all =
        Stream.of(sha256, name, length, language, focus)
            .map(part -> part == null ? "-" : part.length() + ":" + part)
            .collect(Collectors.joining("|"));
    return sha256(all.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest newSha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
