package org.documentpipeline.embedded;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import org.elasticmq.persistence.sql.DB;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import scalikejdbc.ConnectionPool;
import scalikejdbc.DataSourceConnectionPool;

/** Where the SQS server keeps queues and messages. */
final class QueueStore implements AutoCloseable {

  /** The SQS server writes one statement after the other. */
  private static final int CONNECTIONS = 1;

  private static final long WAIT_MILLIS = 5_000;

  private final SqlQueuePersistenceConfig configuration;
  private final HikariDataSource pool = new HikariDataSource();

  private QueueStore(String driver, String url, String username, String password) {
    configuration = new SqlQueuePersistenceConfig(true, driver, url, username, password, false);
    pool.setPoolName("sqs-store");
    pool.setDriverClassName(driver);
    pool.setJdbcUrl(url);
    pool.setUsername(username);
    pool.setPassword(password);
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setConnectionTimeout(WAIT_MILLIS);
  }

  /** The embedded PostgreSQL: then messages are as durable as the documents they are about. */
  static QueueStore in(PostgresServer postgres) {
    Map<String, String> environment = postgres.environment();
    return new QueueStore(
        "org.postgresql.Driver",
        postgres.queueUrl(),
        environment.get("SPRING_DATASOURCE_USERNAME"),
        environment.get("SPRING_DATASOURCE_PASSWORD"));
  }

  /**
   * A file, for when PostgreSQL is outside. Without WRITE_DELAY=0 a killed process loses its last
   * messages.
   */
  static QueueStore in(Path folder) {
    String url =
        "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
            .formatted(folder.resolve("messages"));
    return new QueueStore("org.h2.Driver", url, "", "");
  }

  SqlQueuePersistenceConfig configuration() {
    return configuration;
  }

  /**
   * Puts this pool in the place of the SQS server's own static one, which is connected once in a
   * JVM and trusts dead connections. Call it once: a pool that is replaced is closed.
   */
  void connect() {
    DB.initializeSingleton(configuration);
    ConnectionPool.singleton(
        new DataSourceConnectionPool(
            pool, DataSourceConnectionPool.$lessinit$greater$default$2(), pool::close));
  }

  @Override
  public void close() {
    pool.close();
  }
}
