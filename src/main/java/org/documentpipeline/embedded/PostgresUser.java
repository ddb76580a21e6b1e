package org.documentpipeline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.documentpipeline.StartupException;

/**
 * The user that PostgreSQL runs as: it refuses to be root. Where a user namespace can be made, root
 * becomes nobody inside it and files keep their owner; else the program changes to the real nobody,
 * who must own the files.
 *
 * @param prefix the words before the program's own command line
 * @param uid the owner that PostgreSQL's files need
 */
record PostgresUser(List<String> prefix, int uid) {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int NOBODY = 65_534;
  private static final List<String> NAMESPACE = List.of("unshare", "-U");
  private static final List<String> CHANGE_USER =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

  /**
   * Chooses the way for this process, whose own files in the folder show its user id.
   *
   * @throws StartupException when this is root and nothing on this machine can change that
   */
  static PostgresUser of(Path ownFolder) throws IOException {
    int uid = owner(ownFolder);
    return uid == 0 ? forRoot(NAMESPACE) : new PostgresUser(List.of(), uid);
  }

  static PostgresUser forRoot(List<String> first) {
    if (first.equals(NAMESPACE) && works(NAMESPACE)) {
      return new PostgresUser(NAMESPACE, 0);
    }
    if (works(CHANGE_USER)) {
      return new PostgresUser(CHANGE_USER, NOBODY);
    }
    throw new StartupException(
        "PostgreSQL does not run as root, and neither unshare nor setpriv can change that here:"
            + " start as another user, or set SPRING_DATASOURCE_URL to a PostgreSQL of your own.");
  }

  private static boolean works(List<String> prefix) {
    return Processes.run(LIMIT, new PostgresUser(prefix, 0).command("true"));
  }

  private String[] command(String... words) {
    return Stream.concat(prefix.stream(), Stream.of(words)).toArray(String[]::new);
  }

  private static int owner(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid");
  }

  /**
   * Gives the files below the folder to this user and, when that is another user than ours, lets it
   * pass through the folders above.
   *
   * @throws StartupException when the user cannot reach the folder all the same
   */
  void own(Path folder, Home home) throws IOException {
    if (owner(folder) != uid) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path each : files.toList()) {
          Files.setAttribute(each, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
    if (prefix.equals(CHANGE_USER)) {
      Path root = home.folder().root();
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
      if (!Processes.run(LIMIT, command("test", "-w", folder.toString()))) {
        throw new StartupException(
            "PostgreSQL runs as nobody here and cannot reach %s:".formatted(root)
                + " set PIPELINE_DATA_DIR to a folder whose parents everybody may pass, or start as another user.");
      }
    }
  }
}
