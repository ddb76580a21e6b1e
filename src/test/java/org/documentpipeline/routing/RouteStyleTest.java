package org.documentpipeline.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds every route file of the project to the rules, and shows for each rule a file that breaks
 * it.
 */
class RouteStyleTest {

  private static final RouteFileCheck CHECK = new RouteFileCheck();
  private static final Path EXAMPLES = Path.of("src/test/resources/route-style");
  private static final String EXPECTED = "# expected ";

  @Test
  void everyRouteFileKeepsTheRules() throws Exception {
    List<String> names = names(Path.of("routes"));
    assertThat(names).as("route files").hasSizeGreaterThan(10);
    assertThat(problems(Path.of(""), names)).as("what is wrong in routes/").isEmpty();
  }

  @Test
  void everyRouteFileIsAsKaotoSavesIt() throws Exception {
    assertThat(KaotoForm.check(Path.of(""), names(Path.of("routes"))))
        .as(
            "what Kaoto would change (it does so with: node %s ui --write <file>)",
            KaotoForm.SCRIPT)
        .isEmpty();
  }

  @Test
  void aGoodFileHasNoProblems() throws Exception {
    Path good = EXAMPLES.resolve("good");
    assertThat(problems(good, names(good))).isEmpty();
    assertThat(KaotoForm.check(good, names(good))).isEmpty();
  }

  /**
   * Each file in bad/ names in its first lines, as "# expected line: words", exactly what is to be
   * found in it.
   */
  @TestFactory
  Stream<DynamicTest> eachRuleBites() throws IOException {
    return names(EXAMPLES.resolve("bad")).stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      List<String> expected =
                          Files.readAllLines(EXAMPLES.resolve("bad").resolve(name)).stream()
                              .filter(line -> line.startsWith(EXPECTED))
                              .map(line -> line.substring(EXPECTED.length()))
                              .toList();
                      assertThat(expected).as("what the file says is wrong in it").isNotEmpty();
                      List<String> found = problems(EXAMPLES.resolve("bad"), List.of(name));
                      assertThat(found).hasSameSizeAs(expected);
                      assertThat(found)
                          .zipSatisfy(
                              expected,
                              (violation, words) -> {
                                String[] parts = words.split(": ", 2);
                                assertThat(violation)
                                    .contains(name + ":" + parts[0] + ":")
                                    .contains(parts[1]);
                              });
                    }));
  }

  @Test
  void whatKaotoWouldChangeIsFound() throws Exception {
    assertThat(
            KaotoForm.check(
                EXAMPLES,
                List.of("kaoto/order-of-keys.camel.yaml", "kaoto/needless-quotes.camel.yaml")))
        .extracting(Violation::file, Violation::line)
        .containsExactly(
            tuple("kaoto/order-of-keys.camel.yaml", 3),
            tuple("kaoto/needless-quotes.camel.yaml", 4));
  }

  @Test
  void anIdIsUniqueOverAllFiles() throws Exception {
    assertThat(
            problems(
                EXAMPLES, List.of("good/greet-person.camel.yaml", "twice/greet-again.camel.yaml")))
        .singleElement()
        .asString()
        .startsWith("twice/greet-again.camel.yaml:13:")
        .contains("The id say-hello is already used at good/greet-person.camel.yaml:");
  }

  private static List<String> problems(Path root, List<String> names) throws IOException {
    List<RouteFile> files = new ArrayList<>();
    List<Violation> found = new ArrayList<>();
    for (String name : names) {
      try {
        files.add(RouteFile.parse(name, Files.readString(root.resolve(name))));
      } catch (InvalidRouteFileException e) {
        found.add(e.violation());
      }
    }
    found.addAll(CHECK.check(files, files));
    found.addAll(RouteStyle.check(files));
    return found.stream().sorted(Violation.IN_READING_ORDER).map(Violation::toString).toList();
  }

  private static List<String> names(Path folder) throws IOException {
    Path root = folder.startsWith(EXAMPLES) ? folder : Path.of("");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(RouteFolders.SUFFIX))
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
