package org.documentpipeline.routing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.NoSuchBeanException;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.component.bean.MethodNotFoundException;
import org.apache.camel.util.URISupport;
import org.documentpipeline.routing.YamlTree.Position;

/** Finds in Camel's exceptions what went wrong and on which line. */
final class FailureReader {

  private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");
  private static final Pattern PROPERTY = Pattern.compile("^Property with key \\[([^]]+)]");
  private static final Pattern LAST_LINE = Pattern.compile(":(\\d+)$");

  private FailureReader() {}

  /**
   * The root of {@code failure} as one sentence, at the line that it speaks of as far as that can
   * be known.
   */
  static Violation violation(RouteFile file, Throwable failure) {
    Throwable root = failure;
    RouteStep step = null;
    Position at = null;
    for (Throwable each = failure;
        each != null && each != each.getCause();
        each = each.getCause()) {
      root = each;
      if (each instanceof FailedToCreateRouteException route) {
        step = step(file, route);
      }
      Position named = named(file, each);
      at = named == null ? at : named;
    }
    if (at == null && step != null) {
      at = file.position(step.pointer());
    }
    String message =
        root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage().strip();
    Position place = at == null ? new Position(0, 0) : at;
    return new Violation(file.name(), place.line(), place.column(), sentence(message));
  }

  private static String sentence(String message) {
    String line = URISupport.sanitizeUri(message.lines().findFirst().orElse(message));
    return "Camel cannot use this: " + (line.endsWith(".") ? line : line + ".");
  }

  /** A message may name a place, a bean or an endpoint that can be found in the text. */
  private static Position named(RouteFile file, Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    Matcher place = PLACE.matcher(message);
    if (place.find()) {
      return new Position(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
    }
    Matcher property = PROPERTY.matcher(message);
    if (property.find()) {
      return word(file, property.group(1));
    }
    if (failure instanceof NoSuchBeanException bean && bean.getName() != null) {
      return word(file, bean.getName());
    }
    if (failure instanceof MethodNotFoundException method) {
      return word(file, method.getMethodName());
    }
    if (failure instanceof ResolveEndpointFailedException endpoint) {
      return endpoint(file, endpoint.getUri());
    }
    return null;
  }

  private static Position endpoint(RouteFile file, String uri) {
    String scheme = uri.split("[:?]", 2)[0];
    return file.steps().stream()
        .filter(step -> scheme.equals(step.component()))
        .filter(
            step ->
                step.body().path("parameters").properties().stream()
                    .allMatch(
                        parameter ->
                            parameter.getValue().asText().contains("{{")
                                || uri.contains(parameter.getKey())
                                || uri.contains(parameter.getValue().asText())))
        .findFirst()
        .map(step -> file.position(step.pointer()))
        .orElse(null);
  }

  private static Position word(RouteFile file, String word) {
    Pattern pattern = Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])");
    int number = 0;
    for (String line : file.text().lines().toList()) {
      number++;
      Matcher matcher = pattern.matcher(line);
      if (!line.startsWith("#") && matcher.find()) {
        return new Position(number, matcher.start() + 1);
      }
    }
    return null;
  }

  private static RouteStep step(RouteFile file, FailedToCreateRouteException failure) {
    Matcher line = LAST_LINE.matcher(String.valueOf(failure.getLocation()));
    int from = line.find() ? Integer.parseInt(line.group(1)) : 0;
    return file.steps().stream()
        .filter(
            each ->
                each.kind().equals("route")
                    && each.id() != null
                    && each.id().equals(failure.getRouteId()))
        .findFirst()
        .or(
            () ->
                file.steps().stream()
                    .filter(each -> file.position(each.pointer()).line() >= from)
                    .findFirst())
        .orElse(null);
  }
}
