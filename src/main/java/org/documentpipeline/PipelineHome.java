package org.documentpipeline;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where routes, queries, migrations and settings are read from.
 *
 * @param prefix {@code file:} for the working directory, {@code classpath:} for the jar
 */
record PipelineHome(String prefix) {

  /**
   * The working directory when it has routes, db and application.yaml, so that people can edit
   * them; else the jar.
   */
  static PipelineHome of(Path directory) {
    boolean complete =
        Files.isDirectory(directory.resolve("routes"))
            && Files.isDirectory(directory.resolve("db"))
            && Files.isRegularFile(directory.resolve("application.yaml"));
    return new PipelineHome(complete ? "file:" : "classpath:");
  }

  String description() {
    return prefix.equals("file:")
        ? "the working directory " + Path.of("").toAbsolutePath()
        : "the jar";
  }
}
