package org.documentpipeline.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads YAML into a JSON tree that still knows on which line each value stands. */
final class YamlTree {

  /** A place in a text, both counted from 1. */
  record Position(int line, int column) {}

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String file;
  private final Map<String, Position> positions = new LinkedHashMap<>();

  private YamlTree(String file) {
    this.file = file;
  }

  /** Composes {@code text}; a message about it names {@code file}. */
  static RouteFile read(String file, String text) throws InvalidRouteFileException {
    YamlTree tree = new YamlTree(file);
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(file).build();
      Composer composer =
          new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text)));
      Optional<Node> root = composer.getSingleNode();
      if (root.isEmpty()) {
        throw tree.invalid(1, 0, "The file is empty.");
      }
      tree.positions.put("", position(root.get().getStartMark()));
      return new RouteFile(file, text, tree.json(root.get(), ""), tree.positions);
    } catch (MarkedYamlEngineException e) {
      Position at = position(e.getProblemMark().or(e::getContextMark));
      throw tree.invalid(at.line(), at.column(), "This is not YAML: " + e.getProblem() + ".");
    } catch (YamlEngineException e) {
      throw tree.invalid(0, 0, "This is not YAML: " + firstLine(e.getMessage()));
    }
  }

  private JsonNode json(Node node, String pointer) throws InvalidRouteFileException {
    if (node instanceof MappingNode mapping) {
      return object(mapping, pointer);
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JSON.arrayNode();
      for (Node item : sequence.getValue()) {
        String at = pointer + "/" + array.size();
        positions.put(at, position(item.getStartMark()));
        array.add(json(item, at));
      }
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private ObjectNode object(MappingNode mapping, String pointer) throws InvalidRouteFileException {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      Position at = position(tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw invalid(at.line(), at.column(), "A key must be a plain word.");
      }
      if (object.has(key.getValue())) {
        throw invalid(at.line(), at.column(), "The key " + key.getValue() + " stands here twice.");
      }
      String child = pointer + "/" + escape(key.getValue());
      positions.put(child, at);
      object.set(key.getValue(), json(tuple.getValueNode(), child));
    }
    return object;
  }

  private static JsonNode scalar(ScalarNode node) {
    String value = node.getValue();
    Tag tag = node.getTag();
    if (Tag.NULL.equals(tag)) {
      return JSON.nullNode();
    }
    if (Tag.BOOL.equals(tag)) {
      return JSON.booleanNode(Boolean.parseBoolean(value));
    }
    try {
      if (Tag.INT.equals(tag)) {
        return JSON.numberNode(new BigInteger(value));
      }
      if (Tag.FLOAT.equals(tag)) {
        return JSON.numberNode(new BigDecimal(value));
      }
    } catch (NumberFormatException e) {
      return JSON.textNode(value);
    }
    return JSON.textNode(value);
  }

  private InvalidRouteFileException invalid(int line, int column, String message) {
    return new InvalidRouteFileException(new Violation(file, line, column, message));
  }

  private static Position position(Optional<Mark> mark) {
    return mark.map(at -> new Position(at.getLine() + 1, at.getColumn() + 1))
        .orElse(new Position(0, 0));
  }

  private static String firstLine(String message) {
    return message == null ? "unreadable." : message.lines().findFirst().orElse("unreadable.");
  }

  /** Writes a key as RFC 6901 asks for it inside a JSON pointer. */
  static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
