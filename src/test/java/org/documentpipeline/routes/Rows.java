package org.documentpipeline.routes;

import static org.documentpipeline.routes.FakeDatabase.row;

import java.util.Map;

/** Rows that several queries of the worker give. */
final class Rows {
  static final String KEY = "documents/" + RouteTest.ID + "/original";

  private Rows() {}

  /** A row of {@code claim-document}. */
  static Map<String, Object> claim(
      String outcome, Integer wait, String token, String stage, String event) {
    return row(
        "outcome",
        outcome,
        "wait",
        wait,
        "id",
        RouteTest.ID,
        "token",
        token,
        "key",
        KEY,
        "type",
        "text/plain",
        "stage",
        stage,
        "length",
        "short",
        "language",
        "de",
        "focus",
        "",
        "event",
        event);
  }

  static Map<String, Object> event(String event) {
    return row("event", event);
  }
}
