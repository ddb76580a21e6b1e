package org.documentpipeline.product;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.documentpipeline.embedded.UnpackedPrograms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * How tests start the packaged application: as users do, or, where processes start again and again,
 * from the extracted jar and with an archive of its classes (JEP 350), which takes a quarter of the
 * time. Jar and archive are made once for all test JVMs; where they cannot be made, a start takes
 * longer, and that is all.
 */
final class PackagedJar {
  private static final Logger log = LoggerFactory.getLogger(PackagedJar.class);
  private static final Path JAR = Path.of("target/document-pipeline.jar").toAbsolutePath();
  private static final Path FOLDER = Path.of("target/start").toAbsolutePath();
  private static final Path EXTRACTED = FOLDER.resolve("application").resolve(JAR.getFileName());
  private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");

  /** Says what the folder was made of. */
  private static final Path MADE_OF = FOLDER.resolve("made-of");

  private static final Duration DUMP_LIMIT = Duration.ofSeconds(90);

  private PackagedJar() {}

  /** The command of a start as users do it. */
  static List<String> asUsersDo(String... options) {
    if (!Files.exists(JAR)) {
      throw new IllegalStateException(JAR + " is missing: ./mvnw -DskipTests package makes it");
    }
    return java(JAR, options);
  }

  /** The command of a start that takes less time: with the archive, if there is one by now. */
  static List<String> sooner(String... options) {
    if (!alone("extract", PackagedJar::extract)) {
      return asUsersDo(options);
    }
    List<String> all = new ArrayList<>(List.of(options));
    if (Files.exists(ARCHIVE)) {
      all.addAll(List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-Xshare:auto"));
      // What it says of an archive that does not suit must not be taken for the application's.
      all.addAll(List.of("-Xlog:disable", "-Xlog:all=warning:stderr"));
    }
    return java(EXTRACTED, all.toArray(String[]::new));
  }

  /** Makes the archive, unless that was tried before; others that want it wait. */
  static void archive() {
    alone(
        "archive",
        () -> {
          Path tried = FOLDER.resolve("archive");
          if (alone("extract", PackagedJar::extract) && Files.notExists(tried)) {
            UnpackedPrograms.into(tried);
            archiveClasses();
          }
        });
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** Does it while no other test JVM does the same; tells whether that went well. */
  private static boolean alone(String what, Work work) {
    try (FileChannel channel =
            FileChannel.open(
                FOLDER.resolveSibling(FOLDER.getFileName() + "-" + what + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      work.run();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      log.warn("Processes will take longer to start", e);
    }
    return false;
  }

  private static void extract() throws IOException, InterruptedException {
    String contents = contents();
    if (Files.exists(MADE_OF) && Files.readString(MADE_OF).equals(contents)) {
      return;
    }
    FileSystemUtils.deleteRecursively(FOLDER);
    Files.createDirectories(FOLDER);
    List<String> command = java(JAR, "-Djarmode=tools");
    command.addAll(List.of("extract", "--destination", EXTRACTED.getParent().toString()));
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(FOLDER.resolve("extract.log").toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException(JAR + " could not be extracted: exit code " + code);
    }
    Files.writeString(MADE_OF, contents);
  }

  /** What jar and archive depend on; the jar's own time is always the same. */
  private static String contents() throws IOException {
    try (ZipFile jar = new ZipFile(JAR.toFile())) {
      return jar.stream()
          .map(entry -> entry.getName() + " " + entry.getCrc())
          .collect(Collectors.joining("\n", Runtime.version() + "\n", "\n"));
    }
  }

  /** One start until all is ready, and an end at which the JVM writes down what it has loaded. */
  private static void archiveClasses() throws IOException {
    Path part = FOLDER.resolve("classes.part");
    ClusterNode node =
        new ClusterNode(
            "archive",
            FOLDER,
            java(EXTRACTED, "-Xmx512m", "-XX:ArchiveClassesAtExit=" + part),
            Map.of("PIPELINE_WEBSOCKET_PORT", "0"));
    try {
      node.start();
      node.awaitUp();
      if (node.terminate(DUMP_LIMIT) == 0) {
        Files.move(part, ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      node.kill();
    }
  }

  private static List<String> java(Path jar, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of(options));
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }
}
