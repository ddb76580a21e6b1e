package org.documentpipeline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Makes a new PostgreSQL data folder. */
final class PostgresFolder {

  private final Path programs;
  private final PostgresUser user;

  PostgresFolder(Path programs, PostgresUser user) {
    this.programs = programs;
    this.user = user;
  }

  /** Makes the folder complete or not at all: initdb works beside it and the result is renamed. */
  void create(Path data, Home home) throws IOException {
    Path unfinished = data.resolveSibling("data.new");
    FileSystemUtils.deleteRecursively(unfinished);
    Path password = data.resolveSibling("password");
    DataFolder.writePrivately(password, home.secrets().postgresAdmin() + "\n");
    Files.setAttribute(password, "unix:uid", user.uid());
    try {
      run(home.program("initdb", command(unfinished, password), "TERM", "KILL"));
    } finally {
      Files.delete(password);
    }
    Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private List<String> command(Path target, Path password) {
    List<String> command = new ArrayList<>(user.prefix());
    command.add(programs.resolve("bin/initdb").toString());
    command.addAll(List.of("-D", target.toString(), "--username=" + PostgresDatabases.ADMIN));
    command.addAll(List.of("--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8"));
    command.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    command.add("--no-instructions");
    return command;
  }

  private static void run(Program initdb) throws IOException {
    ChildProcess child = ChildProcess.start(initdb);
    try {
      if (child.waitFor() != 0) {
        throw new IOException(
            "PostgreSQL's data folder could not be made. " + LogEnd.of(initdb.log()));
      }
    } catch (InterruptedException e) {
      child.stop();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while making PostgreSQL's data folder", e);
    }
  }
}
