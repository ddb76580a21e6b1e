package org.documentpipeline.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The password of the user {@code admin}: the one that was set, or one made at the first start. */
final class AdminPassword {

  private static final Logger log = LoggerFactory.getLogger(AdminPassword.class);
  private static final String FILE = "admin-password";
  private static final int RANDOM_BYTES = 18;

  private AdminPassword() {}

  /**
   * The password.
   *
   * @param configured the setting; blank counts as unset
   * @param folder where a password that was made is kept, readable by its owner only
   * @throws IOException when it cannot be read or kept
   */
  static String find(String configured, Path folder) throws IOException {
    if (configured != null && !configured.isBlank()) {
      return configured;
    }
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      create(file);
    }
    String kept = Files.readString(file).strip();
    if (kept.isEmpty()) {
      throw new IllegalStateException(
          file + " is empty: write a password into it, or delete it to get a new one");
    }
    return kept;
  }

  private static void create(Path file) throws IOException {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    try (SeekableByteChannel out =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
      out.write(ByteBuffer.wrap((password + "\n").getBytes(StandardCharsets.UTF_8)));
    } catch (FileAlreadyExistsException e) {
      return;
    }
    log.info("Hawtio and /actuator: user admin, password {} (kept in {})", password, file);
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
