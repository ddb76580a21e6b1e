package org.documentpipeline.routing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.component.sql.DefaultSqlPrepareStatementStrategy;
import org.postgresql.util.PSQLException;

/** Has the database read a changed statement, without running it, before routes use it. */
final class QueryCheck {

  /** The SQL standard's class for syntax errors and names that do not exist. */
  private static final String SYNTAX_OR_NAME = "42";

  /**
   * PostgreSQL's states in that class that may only mean that a parameter's type is not known yet.
   */
  private static final Set<String> MAYBE_THE_PARAMETERS =
      Set.of("42P08", "42P18", "42725", "42804", "42846", "42883");

  private static final String LIST_PARAMETER = ":?in:";

  private final CamelContext context;

  QueryCheck(CamelContext context) {
    this.context = context;
  }

  /**
   * What the database says against {@code statement}; nothing when it has no objection or cannot be
   * asked.
   */
  Optional<Violation> check(String name, String statement) {
    DataSource database = context.getRegistry().findSingleByType(DataSource.class);
    String text = withoutComments(statement).replace('#', '?');
    if (database == null || text.contains(LIST_PARAMETER)) {
      return Optional.empty();
    }
    try {
      String prepared = new DefaultSqlPrepareStatementStrategy().prepareQuery(text, true, null);
      return ask(database, prepared).map(objection -> violation(name, prepared, objection));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  private static Optional<SQLException> ask(DataSource database, String prepared)
      throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(prepared)) {
      // PostgreSQL's driver asks the server only now.
      statement.getParameterMetaData();
      return Optional.empty();
    } catch (SQLException e) {
      String state = String.valueOf(e.getSQLState());
      if (state.startsWith(SYNTAX_OR_NAME) && !MAYBE_THE_PARAMETERS.contains(state)) {
        return Optional.of(e);
      }
      throw e;
    }
  }

  private static Violation violation(String name, String prepared, SQLException objection) {
    String message =
        objection instanceof PSQLException answer && answer.getServerErrorMessage() != null
            ? answer.getServerErrorMessage().getMessage()
            : objection.getMessage();
    String reason = message.lines().findFirst().orElse("it cannot be read");
    return new Violation(
        name, line(prepared, objection), 0, "The database cannot use this: " + reason + ".");
  }

  private static int line(String prepared, SQLException objection) {
    if (!(objection instanceof PSQLException answer) || answer.getServerErrorMessage() == null) {
      return 0;
    }
    String sent = numbered(prepared);
    int position = Math.min(answer.getServerErrorMessage().getPosition(), sent.length());
    return position <= 0
        ? 0
        : (int) sent.substring(0, position).chars().filter(letter -> letter == '\n').count() + 1;
  }

  /**
   * The statement as it goes over the wire, with $1 for the first parameter: the server's positions
   * are in that.
   */
  private static String numbered(String prepared) {
    StringBuilder sent = new StringBuilder();
    boolean quoted = false;
    int parameters = 0;
    for (char letter : prepared.toCharArray()) {
      quoted ^= letter == '\'';
      if (letter == '?' && !quoted) {
        parameters++;
        sent.append('$').append(parameters);
      } else {
        sent.append(letter);
      }
    }
    return sent.toString();
  }

  /** Camel drops such lines too; empty ones in their place keep the numbers of the lines. */
  private static String withoutComments(String statement) {
    return statement
        .lines()
        .map(line -> line.strip().startsWith("--") ? "" : line)
        .collect(Collectors.joining("\n"));
  }
}
