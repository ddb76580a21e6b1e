package org.documentpipeline.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.component.sql.DefaultSqlPrepareStatementStrategy;
import org.apache.camel.component.sql.SqlHelper;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * A database without a server: camel-sql reads the real query files and works out their parameters,
 * and what would go to PostgreSQL is noted here and answered with what the test has said. SQL that
 * is in none of the files is refused.
 */
final class FakeDatabase extends AbstractDataSource {
  private static final Path QUERIES = Path.of("db/queries");
  private static final Pattern PARAMETER = Pattern.compile(":\\?(\\w+|\\$\\{[^}]+})");

  /**
   * One statement that was executed.
   *
   * @param query the name of its file
   * @param parameters by name, {@code variable.} left out
   */
  record Call(String query, Map<String, Object> parameters) {

    Object get(String parameter) {
      if (!parameters.containsKey(parameter)) {
        throw new AssertionError(
            query + " has no parameter " + parameter + " but " + parameters.keySet());
      }
      return parameters.get(parameter);
    }
  }

  /** What a statement does when it is executed. */
  interface Answer {
    List<Map<String, Object>> to(Call call) throws SQLException;
  }

  /** The answers of one query, one after the other; the last one is given again and again. */
  final class Script {
    private final Deque<Answer> answers = new ArrayDeque<>();

    Script gives(List<Map<String, Object>> rows) {
      return does(call -> rows);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    final Script gives(Map<String, Object>... rows) {
      return gives(List.of(rows));
    }

    /** A statement without rows to give, such as a plain update. */
    Script changes() {
      return does(call -> null);
    }

    Script fails(String state) {
      return does(
          call -> {
            throw new SQLException("made to fail by the test", state);
          });
    }

    Script does(Answer answer) {
      synchronized (answers) {
        answers.add(answer);
      }
      return this;
    }

    private Answer next() {
      synchronized (answers) {
        return answers.size() > 1 ? answers.poll() : answers.peek();
      }
    }
  }

  private record Query(String name, List<String> parameters) {}

  private final Map<String, Query> bySql = new HashMap<>();
  private final Map<String, Script> scripts = Collections.synchronizedMap(new HashMap<>());
  private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
  private final List<String> surprises = Collections.synchronizedList(new ArrayList<>());

  FakeDatabase() {
    try (Stream<Path> files = Files.list(QUERIES)) {
      for (Path file : files.toList()) {
        String sql = SqlHelper.resolvePlaceholders(Files.readString(file), "#");
        List<String> names =
            PARAMETER
                .matcher(sql)
                .results()
                .map(found -> found.group(1).replaceAll("^\\$\\{(?:variable\\.)?|}$", ""))
                .toList();
        String prepared = new DefaultSqlPrepareStatementStrategy().prepareQuery(sql, true, null);
        bySql.put(prepared, new Query(file.getFileName().toString().replace(".sql", ""), names));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A row with columns in this order: name, value, name, value … */
  static Map<String, Object> row(Object... namesAndValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return row;
  }

  /** Forgets what was answered to the query so far. */
  Script on(String query) {
    if (bySql.values().stream().noneMatch(known -> known.name().equals(query))) {
      throw new AssertionError("There is no db/queries/" + query + ".sql");
    }
    Script script = new Script();
    scripts.put(query, script);
    return script;
  }

  List<Call> calls(String query) {
    synchronized (calls) {
      return calls.stream().filter(call -> call.query().equals(query)).toList();
    }
  }

  /** The one execution of a query. */
  Call call(String query) {
    List<Call> found = calls(query);
    if (found.size() != 1) {
      throw new AssertionError(
          query + " was executed " + found.size() + " times; all: " + queries());
    }
    return found.get(0);
  }

  List<Call> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  /** The names of all executed queries, in order. */
  List<String> queries() {
    return calls().stream().map(Call::query).toList();
  }

  /** Statements nobody expected: unknown SQL, or a query without an answer. */
  List<String> surprises() {
    return List.copyOf(surprises);
  }

  void reset() {
    scripts.clear();
    calls.clear();
    surprises.clear();
  }

  @Override
  public Connection getConnection() {
    return proxy(
        Connection.class,
        (self, method, arguments) ->
            switch (method.getName()) {
              case "prepareStatement" -> statement((String) arguments[0]);
              case "close", "setReadOnly" -> null;
              case "isClosed" -> false;
              case "getMetaData" ->
                  proxy(DatabaseMetaData.class, (meta, called, none) -> "PostgreSQL");
              default -> throw new UnsupportedOperationException(method.toString());
            });
  }

  @Override
  public Connection getConnection(String user, String password) {
    return getConnection();
  }

  private PreparedStatement statement(String sql) {
    Query query = bySql.get(sql);
    if (query == null) {
      surprises.add("unknown SQL: " + sql);
      throw new IllegalStateException("In no query file: " + sql);
    }
    Object[] values = new Object[query.parameters().size()];
    List<List<Map<String, Object>>> rows = new ArrayList<>();
    return proxy(
        PreparedStatement.class,
        (self, method, arguments) ->
            switch (method.getName()) {
              case "getParameterMetaData" ->
                  proxy(
                      ParameterMetaData.class,
                      (meta, called, none) ->
                          called.getName().equals("getParameterCount")
                              ? values.length
                              : Types.VARCHAR);
              case "setString", "setObject", "setTimestamp" ->
                  values[(int) arguments[0] - 1] = arguments[1];
              case "setNull" -> values[(int) arguments[0] - 1] = null;
              case "getConnection" -> getConnection();
              case "execute" -> {
                rows.add(execute(query, values));
                yield rows.get(0) != null;
              }
              case "getResultSet" -> resultSet(rows.get(0));
              case "getUpdateCount" -> 1;
              case "close", "getWarnings" -> null;
              default -> throw new UnsupportedOperationException(method.toString());
            });
  }

  private List<Map<String, Object>> execute(Query query, Object[] values) throws SQLException {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      parameters.put(query.parameters().get(i), values[i]);
    }
    Call call = new Call(query.name(), Collections.unmodifiableMap(parameters));
    calls.add(call);
    Script script = scripts.get(query.name());
    if (script == null) {
      surprises.add("no answer to " + call);
      throw new IllegalStateException("The test has no answer to " + call);
    }
    return script.next().to(call);
  }

  private static ResultSet resultSet(List<Map<String, Object>> rows) {
    List<String> columns = rows.isEmpty() ? List.of() : List.copyOf(rows.get(0).keySet());
    int[] row = {-1};
    return proxy(
        ResultSet.class,
        (self, method, arguments) ->
            switch (method.getName()) {
              case "next" -> ++row[0] < rows.size();
              case "getObject" -> rows.get(row[0]).get(columns.get((int) arguments[0] - 1));
              case "getMetaData" ->
                  proxy(
                      ResultSetMetaData.class,
                      (meta, called, index) ->
                          switch (called.getName()) {
                            case "getColumnCount" -> columns.size();
                            case "getColumnLabel", "getColumnName" ->
                                columns.get((int) index[0] - 1);
                            default -> throw new UnsupportedOperationException(called.toString());
                          });
              case "close" -> null;
              case "isClosed" -> false;
              case "getStatement" -> null;
              default -> throw new UnsupportedOperationException(method.toString());
            });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
