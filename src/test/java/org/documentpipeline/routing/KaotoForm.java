package org.documentpipeline.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Asks npm's {@code yaml}, with which Kaoto saves, how it would write the files. */
final class KaotoForm {

  static final String SCRIPT = "src/test/resources/route-style/kaoto-form.mjs";

  private KaotoForm() {}

  /**
   * One violation for each file that Kaoto would save in another way. Needs Node.js and {@code
   * ui/node_modules}.
   */
  static List<Violation> check(Path root, Collection<String> names)
      throws IOException, InterruptedException {
    Path packages = Path.of(System.getProperty("yaml.home", "ui")).toAbsolutePath();
    if (!Files.isDirectory(packages.resolve("node_modules/yaml"))) {
      throw new IllegalStateException(
          "npm's yaml is not in "
              + packages
              + "/node_modules: run the build of ui/ first, "
              + "or give -Dyaml.home=<folder with node_modules/yaml>.");
    }
    List<String> command = new ArrayList<>(List.of("node", SCRIPT, packages.toString()));
    names.forEach(name -> command.add(root.resolve(name).toString()));
    Path output = Files.createTempFile("kaoto-form", ".txt");
    try {
      Process node =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      int code = node.waitFor();
      String text = Files.readString(output, StandardCharsets.UTF_8);
      if (code != 0) {
        throw new IllegalStateException("node ended with " + code + ": " + text);
      }
      return violations(root, text);
    } finally {
      Files.delete(output);
    }
  }

  private static List<Violation> violations(Path root, String text) throws IOException {
    List<Violation> found = new ArrayList<>();
    for (String line : text.lines().toList()) {
      JsonNode answer = new ObjectMapper().readTree(line);
      String name =
          root.toAbsolutePath()
              .relativize(Path.of(answer.path("file").asText()).toAbsolutePath())
              .toString();
      found.add(
          new Violation(
              name,
              answer.path("line").asInt(),
              1,
              "Kaoto would save this line as \"" + answer.path("expected").asText() + "\"."));
    }
    return found;
  }
}
