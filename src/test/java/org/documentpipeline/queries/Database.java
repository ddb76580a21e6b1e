package org.documentpipeline.queries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.documentpipeline.embedded.EmbeddedService;
import org.documentpipeline.embedded.EmbeddedServices;
import org.documentpipeline.embedded.EmbeddedSettings;
import org.documentpipeline.embedded.UnpackedPrograms;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL with the real tables, and the statements of {@code db/queries} to run on it.
 */
final class Database {
  private static final Pattern PARAMETER = Pattern.compile(":#(?:\\$\\{([^}]+)}|(\\w+))");
  private static final Map<String, Object> SETTINGS =
      Map.of(
          "properties:pipeline.visibility-timeout", "60",
          "properties:pipeline.max-receives", "5",
          "properties:pipeline.resend-after", "15",
          "properties:pipeline.stuck-after", "600",
          "properties:pipeline.service-patience", "3600",
          "bean:modelInfo?method=provider", "fake",
          "bean:modelInfo?method=name", "fake-1");

  private final Path folder;
  private final EmbeddedServices postgres;
  private final JdbcTemplate sql;

  /** One for all tests of this JVM, started at the first call. */
  static Database shared() {
    return Holder.DATABASE;
  }

  private static final class Holder {
    private static final Database DATABASE = started();

    private static Database started() {
      try {
        Database database = new Database();
        Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop-database"));
        return database;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Database() throws IOException {
    folder = Files.createTempDirectory("queries");
    UnpackedPrograms.into(folder);
    postgres =
        EmbeddedServices.start(
            new EmbeddedSettings(
                folder, Set.of(EmbeddedService.POSTGRES), Map.of(EmbeddedService.POSTGRES, 0)));
    Map<String, String> address = postgres.environment();
    var source =
        new DriverManagerDataSource(
            address.get("SPRING_DATASOURCE_URL"),
            address.get("SPRING_DATASOURCE_USERNAME"),
            address.get("SPRING_DATASOURCE_PASSWORD"));
    Flyway.configure().dataSource(source).locations("filesystem:db/migrations").load().migrate();
    sql = new JdbcTemplate(source);
  }

  JdbcTemplate sql() {
    return sql;
  }

  /**
   * Runs a statement as the routes do. Parameters are names and values in turn, {@code variable.}
   * left out; a statement without rows gives the number of rows it changed, as {@code count}.
   */
  List<Map<String, Object>> run(String query, Object... parameters) {
    Map<String, Object> values = new HashMap<>(SETTINGS);
    for (int i = 0; i < parameters.length; i += 2) {
      values.put((String) parameters[i], parameters[i + 1]);
    }
    List<Object> arguments = new ArrayList<>();
    String statement =
        PARAMETER
            .matcher(text(query))
            .replaceAll(
                found -> {
                  String name = found.group(1) == null ? found.group(2) : found.group(1);
                  name = name.replaceFirst("^variable\\.", "");
                  if (!values.containsKey(name)) {
                    throw new AssertionError(query + " wants " + name);
                  }
                  arguments.add(values.get(name));
                  return Matcher.quoteReplacement("?");
                });
    return sql.execute(
        statement,
        (PreparedStatement prepared) -> {
          for (int i = 0; i < arguments.size(); i++) {
            prepared.setObject(i + 1, arguments.get(i));
          }
          return prepared.execute()
              ? new RowMapperResultSetExtractor<>(new ColumnMapRowMapper())
                  .extractData(prepared.getResultSet())
              : List.of(Map.<String, Object>of("count", prepared.getUpdateCount()));
        });
  }

  private static String text(String query) {
    try {
      return Files.readString(Path.of("db/queries", query + ".sql"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A connection of the test's own. */
  Connection connect() throws SQLException {
    return sql.getDataSource().getConnection();
  }

  /** How many statements wait for a lock that another one holds. */
  int waitingForLocks() {
    return sql.queryForObject(
        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'", Integer.class);
  }

  /** Writes the row of a document that waits for a worker. */
  String queued() {
    String id = UUID.randomUUID().toString();
    sql.update(
        """
        insert into document (id, name, media_type, bytes, sha256, object_key, length, language, status, stage, stored_at,
          last_seq, sent_at, sends)
        values (?::uuid, 'a.txt', 'text/plain', 1, 'x', ?, 'medium', 'auto', 'queued', 'queue', clock_timestamp(), 4,
          clock_timestamp(), 1)""",
        id,
        "documents/" + id + "/original");
    return id;
  }

  /** One column of a document's row. */
  <T> T of(String id, String column, Class<T> type) {
    return sql.queryForObject("select " + column + " from document where id = ?::uuid", type, id);
  }

  /** The types of a document's events, in order. */
  List<String> events(String id) {
    return sql.queryForList(
        "select type from event where document_id = ?::uuid order by seq", String.class, id);
  }

  private void close() {
    postgres.close();
    FileSystemUtils.deleteRecursively(folder.toFile());
  }
}
