package org.documentpipeline.routing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.documentpipeline.routing.YamlTree.Position;

/**
 * One route file: its text, and the same as a tree whose parts know their lines.
 *
 * @param name the path as a person names it ({@code routes/worker/extract-text.camel.yaml})
 * @param text the whole text
 * @param tree the text as JSON
 * @param positions where each part of the tree stands, by JSON pointer
 */
record RouteFile(String name, String text, JsonNode tree, Map<String, Position> positions) {

  private static final Pattern QUERY = Pattern.compile("db/queries/[\\w.-]+\\.sql");

  /**
   * Reads a file's text.
   *
   * @throws InvalidRouteFileException when it is not YAML
   */
  static RouteFile parse(String name, String text) throws InvalidRouteFileException {
    return YamlTree.read(name, text);
  }

  /** Where the part at {@code pointer} stands, or the nearest part around it. */
  Position position(String pointer) {
    String at = pointer;
    while (!positions.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return positions.getOrDefault(at, new Position(0, 0));
  }

  Violation violation(String pointer, String message) {
    Position at = position(pointer);
    return new Violation(name, at.line(), at.column(), message);
  }

  List<RouteStep> steps() {
    return RouteStep.of(this);
  }

  /**
   * The files under {@code db/queries} that this file mentions, as {@code
   * db/queries/claim-document.sql}.
   */
  Set<String> queries() {
    Set<String> names = new TreeSet<>();
    Matcher matcher = QUERY.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group());
    }
    return names;
  }

  /** The ids of the route configurations in this file. */
  Set<String> policies() {
    Set<String> ids = new TreeSet<>();
    for (JsonNode block : tree) {
      if (block.path("routeConfiguration").has("id")) {
        ids.add(block.path("routeConfiguration").path("id").asText());
      }
    }
    return ids;
  }

  boolean has(String topLevelKey) {
    for (JsonNode item : tree) {
      if (item.has(topLevelKey)) {
        return true;
      }
    }
    return false;
  }

  /** All top-level blocks under one key, as text that is equal when they are. */
  String blocks(String topLevelKey) {
    StringBuilder blocks = new StringBuilder();
    for (JsonNode item : tree) {
      if (item.has(topLevelKey)) {
        blocks.append(item.get(topLevelKey)).append('\n');
      }
    }
    return blocks.toString();
  }

  /** The first line that holds {@code words}, or 0. */
  int lineOf(String words) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(words)) {
        return i + 1;
      }
    }
    return 0;
  }
}
