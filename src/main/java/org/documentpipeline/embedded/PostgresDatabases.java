package org.documentpipeline.embedded;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;

/** The role and the databases inside the embedded PostgreSQL. */
final class PostgresDatabases {

  static final String ADMIN = "postgres";
  static final String ROLE = "document_pipeline";
  static final String DATABASE = "document_pipeline";
  static final String QUEUE_DATABASE = "document_pipeline_queue";

  private final Secrets secrets;

  PostgresDatabases(Secrets secrets) {
    this.secrets = secrets;
  }

  static String url(int port, String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(Ports.HOST, port, database);
  }

  Map<String, String> environment(int port) {
    return Map.of(
        "SPRING_DATASOURCE_URL", url(port, DATABASE),
        "SPRING_DATASOURCE_USERNAME", ROLE,
        "SPRING_DATASOURCE_PASSWORD", secrets.postgres());
  }

  /** Tells whether our own PostgreSQL takes connections: it alone knows the password. */
  boolean answers(int port) {
    try (Connection connection = connect(port, ADMIN, ADMIN, secrets.postgresAdmin())) {
      return connection != null;
    } catch (SQLException notYet) {
      return false;
    }
  }

  /** Makes what is missing of the role, its database and the queue's database. */
  void create(int port) throws IOException {
    try {
      try (Connection connection = connect(port, ADMIN, ADMIN, secrets.postgresAdmin());
          Statement statement = connection.createStatement()) {
        if (isMissing(statement, "select from pg_roles where rolname = '" + ROLE + "'")) {
          statement.execute(
              "create role %s login password '%s'".formatted(ROLE, secrets.postgres()));
        }
        createDatabase(statement, DATABASE);
        createDatabase(statement, QUEUE_DATABASE);
      }
      createBlob(port);
    } catch (SQLException e) {
      throw new IOException("the embedded PostgreSQL could not be prepared", e);
    }
  }

  private static void createDatabase(Statement statement, String name) throws SQLException {
    if (isMissing(statement, "select from pg_database where datname = '" + name + "'")) {
      statement.execute("create database %s owner %s".formatted(name, ROLE));
    }
  }

  /** The SQS server creates its tables with a type that PostgreSQL calls bytea. */
  private void createBlob(int port) throws SQLException {
    try (Connection connection = connect(port, QUEUE_DATABASE, ROLE, secrets.postgres());
        Statement statement = connection.createStatement()) {
      if (isMissing(statement, "select from pg_type where typname = 'blob'")) {
        statement.execute("create domain blob as bytea");
      }
    }
  }

  private static boolean isMissing(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return !rows.next();
    }
  }

  /** Not through DriverManager, which would load every driver on the class path. */
  private static Connection connect(int port, String database, String user, String password)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "2");
    return new Driver().connect(url(port, database), properties);
  }
}
