package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReadDocumentsRouteTest extends ApiTest {

  ReadDocumentsRouteTest() {
    super("api/read-documents", "api/read-history", "api/answer-json", "api/answer-problems");
  }

  @Test
  void aListWithoutParametersIsTheNewestFifty() {
    database.on("list-documents").gives(row("page", "{\"items\":[]}"));
    assertJson(request("list-documents", Map.of()), 200, "{\"items\":[]}");
    assertThat(database.call("list-documents").parameters())
        .containsEntry("status", "")
        .containsEntry("q", "")
        .containsEntry("sort", "newest")
        .containsEntry("cursor", "")
        .containsEntry("limit", 50);
  }

  @Test
  void aListTakesItsParameters() {
    database.on("list-documents").gives(row("page", "{}"));
    String cursor = "1700000000000000_" + ID;
    request(
        "list-documents",
        Map.of(
            "status",
            "failed",
            "q",
            "50%_'; --",
            "sort",
            "oldest",
            "cursor",
            cursor,
            "limit",
            "200"));
    assertThat(database.call("list-documents").parameters())
        .containsEntry("status", "failed")
        .containsEntry("q", "50%_'; --")
        .containsEntry("sort", "oldest")
        .containsEntry("cursor", cursor)
        .containsEntry("limit", 200);
  }

  @ParameterizedTest
  @CsvSource({
    "list-documents, status, done",
    "list-documents, sort, name",
    "list-documents, limit, 0",
    "list-documents, limit, 201",
    "list-documents, limit, ten",
    "list-documents, limit, 99999999999",
    "list-documents, cursor, 12",
    "list-events, after, -1",
    "list-events, after, x",
    "list-events, after, 2147483648",
    "list-chunks, from, -1",
    "list-chunks, limit, 0",
    "list-chunks, limit, 1001"
  })
  void aBadParameterIsNamed(String route, String parameter, String value) {
    var answer = request(route, Map.of("id", ID, parameter, value));
    assertProblem(answer, 400, "bad-request");
    assertThat(json(body(answer)).get("detail").asText()).contains(parameter);
    assertThat(database.queries()).isEmpty();
  }

  static Stream<Arguments> reads() {
    return Stream.of(
        Arguments.of("show-document", "read-document", Map.of(), Map.of()),
        Arguments.of("list-events", "list-events", Map.of(), Map.of("after", 0)),
        Arguments.of("list-events", "list-events", Map.of("after", "17"), Map.of("after", 17)),
        Arguments.of("list-chunks", "list-chunks", Map.of(), Map.of("from", 0, "limit", 200)),
        Arguments.of(
            "list-chunks",
            "list-chunks",
            Map.of("from", "40", "limit", "20"),
            Map.of("from", 40, "limit", 20)),
        Arguments.of("show-chunk", "show-chunk", Map.of("index", "7"), Map.of("index", 7)),
        Arguments.of("show-chunk", "show-chunk", Map.of("index", "seven"), Map.of("index", -1)),
        Arguments.of(
            "show-chunk", "show-chunk", Map.of("index", "99999999999"), Map.of("index", -1)));
  }

  @ParameterizedTest
  @MethodSource("reads")
  void whatIsThereIsAnsweredAsItIs(
      String route, String query, Map<String, Object> headers, Map<String, Object> asked) {
    database.on(query).gives(row("json", "{\"a\":\"ü ${body}\"}"));
    assertJson(request(route, withId(headers)), 200, "{\"a\":\"ü ${body}\"}");
    assertThat(database.call(query).get("id")).isEqualTo(ID);
    assertThat(database.call(query).parameters()).containsAllEntriesOf(asked);
  }

  @ParameterizedTest
  @MethodSource("reads")
  void whatIsNotThereIsNotFoundWhateverTheRequestCarries(
      String route, String query, Map<String, Object> headers, Map<String, Object> asked) {
    database.on(query).gives();
    assertProblem(
        request(route, withId(headers), "{\"the request's\":\"own body\"}"), 404, "not-found");
  }

  @ParameterizedTest
  @MethodSource("reads")
  void aDatabaseThatIsAwayIsSaidToBe(
      String route, String query, Map<String, Object> headers, Map<String, Object> asked) {
    database.on(query).fails("08006");
    assertProblem(request(route, withId(headers)), 503, "unavailable");
  }

  @Test
  void whatNobodyExpectedTellsNothingOfTheInside() {
    database.on("read-document").fails("42703");
    var answer = request("show-document", Map.of("id", ID));
    assertProblem(answer, 500, "internal");
    assertThat(body(answer)).doesNotContain("made to fail", "SQL", "Exception");
  }

  private static Map<String, Object> withId(Map<String, Object> headers) {
    Map<String, Object> all = new HashMap<>(headers);
    all.put("id", ID);
    return all;
  }
}
