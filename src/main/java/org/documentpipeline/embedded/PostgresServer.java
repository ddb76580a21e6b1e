package org.documentpipeline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.documentpipeline.StartupException;

/** A real PostgreSQL beside the JVM; what it says is committed is on the disk. */
final class PostgresServer implements Server {

  private static final String MAJOR_VERSION = "17";

  /** One application and one queue use it: little memory, and no replication to write log for. */
  private static final String CONFIGURATION =
      """
      listen_addresses = '%s'
      port = %d
      unix_socket_directories = ''
      max_connections = 100
      shared_buffers = 64MB
      work_mem = 4MB
      maintenance_work_mem = 32MB
      effective_cache_size = 256MB
      dynamic_shared_memory_type = mmap
      huge_pages = off
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      wal_level = minimal
      max_wal_senders = 0
      max_wal_size = 256MB
      max_logical_replication_workers = 0
      autovacuum_max_workers = 1
      jit = off
      password_encryption = scram-sha-256
      timezone = 'UTC'
      log_timezone = 'UTC'
      log_min_messages = warning
      """;

  private final SupervisedProcess process;
  private final PostgresDatabases databases;

  private PostgresServer(SupervisedProcess process, PostgresDatabases databases) {
    this.process = process;
    this.databases = databases;
  }

  static PostgresServer start(Home home, int wantedPort) throws IOException {
    Path folder = home.folder().folder("postgres");
    Path data = folder.resolve("data");
    Path programs = home.programs().archive("postgres", Platform.current().postgresArchive());
    PostgresUser user = PostgresUser.of(home.folder().root());
    user.own(folder, home);
    if (Files.notExists(data)) {
      new PostgresFolder(programs, user).create(data, home);
    }
    checkVersion(data);
    PostgresDatabases databases = new PostgresDatabases(home.secrets());
    SupervisedProcess process =
        SupervisedProcess.start(
            EmbeddedService.POSTGRES,
            wantedPort,
            port -> {
              endOrphan(home, data);
              Path configuration = folder.resolve("postgresql.conf");
              DataFolder.writePrivately(configuration, CONFIGURATION.formatted(Ports.HOST, port));
              Files.setAttribute(configuration, "unix:uid", user.uid());
              return home.program(
                  "postgres", command(programs, user, data, configuration), "INT", "QUIT");
            },
            databases::answers);
    PostgresServer server = new PostgresServer(process, databases);
    try {
      databases.create(process.port());
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
    return server;
  }

  private static void endOrphan(Home home, Path data) throws IOException {
    Orphans.end(home.pidFile("postgres"), home.programsFolder(), "INT", "QUIT");
    Orphans.end(data.resolve("postmaster.pid"), home.programsFolder(), "INT", "QUIT");
    PostgresLockFile.disown(data);
  }

  private static List<String> command(
      Path programs, PostgresUser user, Path data, Path configuration) {
    List<String> command = new ArrayList<>(user.prefix());
    command.add(programs.resolve("bin/postgres").toString());
    command.addAll(List.of("-D", data.toString(), "--config-file=" + configuration));
    return command;
  }

  private static void checkVersion(Path data) throws IOException {
    String version = Files.readString(data.resolve("PG_VERSION")).strip();
    if (!version.equals(MAJOR_VERSION)) {
      throw new StartupException(
          "%s was written by PostgreSQL %s and this is %s: start the older release, or set PIPELINE_DATA_DIR."
              .formatted(data, version, MAJOR_VERSION));
    }
  }

  /** Gives the address of the database that the SQS server keeps its messages in. */
  String queueUrl() {
    return PostgresDatabases.url(process.port(), PostgresDatabases.QUEUE_DATABASE);
  }

  @Override
  public Map<String, String> environment() {
    return databases.environment(process.port());
  }

  @Override
  public void close() {
    process.close();
  }
}
