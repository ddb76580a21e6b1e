package org.documentpipeline.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** An edited query reaches the routes that use it, if the database can read it. */
class QueryReloadTest extends LiveRoutes {

  @Test
  void aChangedQueryReachesTheRoutesThatUseIt() throws Exception {
    startQuery("select 'one' as answer");
    query("select 'two' as answer");
    awaitAnswer("ask-database", "two");
    awaitLog(
        Level.INFO, "Live: db/queries/ask-database.sql in routes/worker/ask-database.camel.yaml");
  }

  @Test
  void aChangedQueryOfAPolicyReachesTheRoutesThatUseThePolicy() throws Exception {
    startQuery("select 'one' as answer");
    String step =
        database()
            .lines()
            .skip(10)
            .map(line -> "      " + line)
            .collect(Collectors.joining("\n", "", "\n"));
    String withoutStep = policy("forgiven").replaceAll("(?s) +- setBody.*", "");
    write("forgive-errors", withoutStep + step.replace("to-ask", "to-forgive"));
    write("fail-always", failing());
    awaitAnswer("fail-always", "one");
    query("select 'two' as answer");
    awaitAnswer("fail-always", "two");
  }

  @Test
  void aQueryThatIsEmptyOrGoneChangesNothing() throws Exception {
    startQuery("select 'one' as answer");
    query("-- nothing\n");
    awaitLog(
        Level.ERROR,
        "db/queries/ask-database.sql: There is no statement in this file. Nothing has changed");
    assertThat(ask("ask-database")).isEqualTo("one");
    Files.delete(home.resolve("db/queries/ask-database.sql"));
    awaitLog(
        Level.ERROR,
        "db/queries/ask-database.sql: The file is gone, but routes use it. Nothing has changed");
    assertThat(ask("ask-database")).isEqualTo("one");
    query("select 'three' as answer");
    awaitAnswer("ask-database", "three");
  }

  @Test
  void aQueryThatTheDatabaseCannotReadChangesNothing() throws Exception {
    startQuery("select 'one' as answer");
    query("-- one\nselect 'two' as answer\nfrom nowhere where name = :#name\n");
    awaitLog(Level.ERROR, "The database cannot use this: Table \"NOWHERE\" not found");
    assertThat(ask("ask-database")).isEqualTo("one");
    query("selec 'two' as answer");
    awaitLog(Level.ERROR, "The database cannot use this: Syntax error");
    assertThat(ask("ask-database")).isEqualTo("one");
  }

  @Test
  void aRouteWhoseQueryIsNotThereIsRefused() throws Exception {
    write("ask-database", database());
    awaitLog(
        Level.ERROR,
        "routes/worker/ask-database.camel.yaml:15: There is no statement in db/queries/ask-database.sql.");
    assertThat(context.getRoute("ask-database")).isNull();
  }

  private void startQuery(String statement) throws Exception {
    context
        .getRegistry()
        .bind(
            "dataSource",
            new SingleConnectionDataSource("jdbc:h2:mem:" + home.getFileName(), "sa", "", true));
    query(statement);
    write("ask-database", database());
    await().atMost(SECONDS).until(() -> context.getRoute("ask-database") != null);
    assertThat(ask("ask-database")).isEqualTo("one");
  }

  private void query(String statement) throws IOException {
    Files.writeString(home.resolve("db/queries/ask-database.sql"), statement);
  }

  private String database() {
    return """
        - route:
            id: ask-database
            description: Asks the database.
            group: test
            from:
              id: from-ask-database
              uri: direct
              parameters:
                name: ask-database
              steps:
                - to:
                    id: to-ask-database
                    uri: sql
                    parameters:
                      query: file:%s/db/queries/ask-database.sql
                      outputType: SelectOne
        """
        .formatted(home);
  }
}
