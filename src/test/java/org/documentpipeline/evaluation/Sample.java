package org.documentpipeline.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document with summaries that people wrote.
 *
 * @param kind what it is counted with: the folder it is in, or what its line says
 * @param name with the ending that tells what it is
 * @param bytes what is sent
 * @param references at least one
 */
record Sample(String kind, String name, byte[] bytes, List<String> references) {

  private static final Pattern DOCUMENT =
      Pattern.compile("(?i).+\\.(txt|md|pdf|docx|odt|rtf|html)");
  private static final Pattern REFERENCE = Pattern.compile("(?i).+\\.ref(\\.\\d+)?\\.txt");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whether its bytes are its text. */
  boolean isText() {
    return name.endsWith(".txt") || name.endsWith(".md");
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * The documents of a folder and those below it, each beside its references ({@code a.pdf} beside
   * {@code a.ref.txt}, or {@code a.ref.1.txt} and so on), and the lines of {@code *.jsonl} files
   * ({@code kind}, {@code id}, {@code text}, {@code reference}); by name. Documents without a
   * reference are left out. Throws IllegalArgumentException when there is none.
   */
  static List<Sample> in(Path folder) throws IOException {
    List<Sample> samples = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".jsonl")) {
          for (String line : Files.readAllLines(file)) {
            samples.add(ofLine(JSON.readTree(line)));
          }
        } else if (DOCUMENT.matcher(name).matches() && !REFERENCE.matcher(name).matches()) {
          List<String> references = references(file);
          if (!references.isEmpty()) {
            String kind = folder.relativize(file.getParent()).toString();
            samples.add(
                new Sample(
                    kind.isEmpty() ? "documents" : kind,
                    name,
                    Files.readAllBytes(file),
                    references));
          }
        }
      }
    }
    if (samples.isEmpty()) {
      throw new IllegalArgumentException(
          folder + " has no document beside a reference (a.txt and a.ref.txt) and no *.jsonl");
    }
    return samples;
  }

  private static Sample ofLine(JsonNode line) {
    return new Sample(
        line.path("kind").asText("documents"),
        line.get("id").asText() + ".txt",
        line.get("text").asText().getBytes(StandardCharsets.UTF_8),
        List.of(line.get("reference").asText()));
  }

  private static List<String> references(Path document) throws IOException {
    String name = document.getFileName().toString();
    String stem = name.substring(0, name.lastIndexOf('.'));
    List<String> references = new ArrayList<>();
    try (Stream<Path> files = Files.list(document.getParent())) {
      for (Path file : files.sorted().toList()) {
        String other = file.getFileName().toString();
        if (other.startsWith(stem + ".ref.") && REFERENCE.matcher(other).matches()) {
          references.add(Files.readString(file));
        }
      }
    }
    return references;
  }
}
