package org.documentpipeline.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The passwords and keys of the embedded services: random, made at the first start, kept in the
 * data folder.
 *
 * @param postgresAdmin password of PostgreSQL's superuser, which only this package uses
 * @param postgres password of the application's own role
 * @param redis password of Redis
 * @param accessKey access key id for the S3 and SQS servers
 * @param secretKey secret access key for the S3 and SQS servers
 */
record Secrets(
    String postgresAdmin, String postgres, String redis, String accessKey, String secretKey) {

  /** Reads the secrets from the file, after writing new ones for those that it lacks. */
  static Secrets in(Path file) throws IOException {
    Properties kept = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        kept.load(reader);
      }
    }
    int before = kept.size();
    Secrets secrets =
        new Secrets(
            keptOrNew(kept, "postgres-admin"),
            keptOrNew(kept, "postgres"),
            keptOrNew(kept, "redis"),
            keptOrNew(kept, "access-key"),
            keptOrNew(kept, "secret-key"));
    if (kept.size() != before) {
      StringWriter text = new StringWriter();
      kept.store(text, null);
      DataFolder.writePrivately(file, text.toString());
    }
    return secrets;
  }

  private static String keptOrNew(Properties kept, String name) {
    return (String) kept.computeIfAbsent(name, missing -> random());
  }

  /**
   * 144 random bits in letters, digits, hyphen and underscore: safe inside a URL and a
   * configuration file.
   */
  private static String random() {
    byte[] bytes = new byte[18];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
