package org.documentpipeline.embedded;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * Unpacks the server programs from the class path into the data folder, once for each version of
 * them.
 */
final class Programs {

  private final Path folder;

  Programs(Path folder) {
    this.folder = folder;
  }

  /** Gives the folder with the unpacked tar.xz. */
  Path archive(String name, String resource) throws IOException {
    return unpacked(name, resource, Programs::untar);
  }

  /** Gives the program that is the resource itself. */
  Path executable(String name, String resource) throws IOException {
    Path home =
        unpacked(
            name,
            resource,
            (in, target) -> {
              Files.copy(in, target.resolve(name));
              Files.setPosixFilePermissions(
                  target.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
            });
    return home.resolve(name);
  }

  private Path unpacked(String name, String resource, Unpacking unpacking) throws IOException {
    URL url = Programs.class.getResource("/" + resource);
    if (url == null) {
      throw new FileNotFoundException("not on the class path: " + resource);
    }
    Path wanted = folder.resolve(name + "-" + version(url));
    if (!Files.isDirectory(wanted)) {
      removeOthers(name);
      Path unfinished = Files.createDirectories(folder.resolve(name + ".new"));
      try (InputStream in = new BufferedInputStream(url.openStream(), 1 << 16)) {
        unpacking.unpack(in, unfinished);
      }
      Files.move(unfinished, wanted);
    }
    return wanted;
  }

  /**
   * The checksum that the jar's directory keeps for the entry anyway, so that nothing has to be
   * read to know it.
   */
  private static String version(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    return connection instanceof JarURLConnection jar
        ? Long.toHexString(jar.getJarEntry().getCrc())
        : Long.toHexString(connection.getContentLengthLong());
  }

  private void removeOthers(String name) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> old = Files.list(folder)) {
        for (Path each :
            old.filter(path -> path.getFileName().toString().matches(name + "[-.].*")).toList()) {
          FileSystemUtils.deleteRecursively(each);
        }
      }
    }
  }

  private static void untar(InputStream in, Path target) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (isNeeded(entry.getName())) {
          write(entry, tar, target);
        }
      }
    }
  }

  /** Headers and static libraries are for building extensions. */
  private static boolean isNeeded(String name) {
    return !name.contains("include/") && !name.endsWith(".a");
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("an archive entry leads outside: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, path);
    boolean runs = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private interface Unpacking {
    void unpack(InputStream in, Path target) throws IOException;
  }
}
