package org.documentpipeline.chunking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.documentpipeline.extraction.Block;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Long texts of several shapes, cut in a process of its own that has little memory; prints the
 * times. Run by {@code ./mvnw -Pbench test}.
 */
class ChunkerBenchmark {
  private static final int SMALL = 5_000_000;
  private static final int LARGE = 50_000_000;
  private static final String SENTENCE =
      "It was the best of times, it was the worst of times, as number %d has it. ";

  @TempDir private Path folder;

  /** What the text looks like. */
  enum Shape {
    PARAGRAPHS,
    ONE_LINE,
    WITHOUT_END,
    WITHOUT_SPACES
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void fiftyMegabytesFitIntoLittleMemoryInLinearTime(Shape shape) throws Exception {
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                ChunkerBenchmark.class.getName(),
                folder.toString(),
                shape.name())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(4, TimeUnit.MINUTES);
    process.destroyForcibly();
    String printed = Files.readString(log);
    System.out.println(printed);
    assertThat(ended && process.exitValue() == 0).as(printed).isTrue();
    List<String> lines = printed.lines().filter(line -> line.startsWith(shape.name())).toList();
    long small = Long.parseLong(lines.get(0).split(" ")[2]);
    long large = Long.parseLong(lines.get(1).split(" ")[2]);
    // Ten times the text; the smaller one still pays for the compiler.
    assertThat(large).as(printed).isLessThan(14 * Math.max(small, 1000));
  }

  public static void main(String[] arguments) throws IOException {
    Shape shape = Shape.valueOf(arguments[1]);
    for (int characters : new int[] {SMALL, LARGE}) {
      File blocks = Path.of(arguments[0], "blocks.jsonl").toFile();
      write(blocks, shape, characters);
      long start = System.nanoTime();
      long found = 0;
      int chunks = 0;
      Iterator<Chunk> all = new Chunker(2000, new O200kTokenCounter()).chunks(blocks);
      while (all.hasNext()) {
        found += all.next().text().length();
        chunks++;
      }
      long took = (System.nanoTime() - start) / 1_000_000;
      System.out.printf(
          "%s %d %d ms, %d chunks, -Xmx%d MB%n",
          shape, characters, took, chunks, Runtime.getRuntime().maxMemory() >> 20);
      if (found < characters * 0.98) {
        throw new IllegalStateException("lost: " + found);
      }
    }
  }

  private static void write(File file, Shape shape, int characters) throws IOException {
    JsonMapper json = new JsonMapper();
    try (BufferedWriter out = Files.newBufferedWriter(file.toPath(), StandardCharsets.UTF_8)) {
      long written = 0;
      for (int i = 0; written < characters; i++) {
        boolean spaced = i > 0 && shape != Shape.WITHOUT_SPACES && shape != Shape.PARAGRAPHS;
        StringBuilder text = new StringBuilder(spaced ? " " : "");
        while (text.length() < (shape == Shape.PARAGRAPHS ? 700 : 19_000)) {
          String sentence = SENTENCE.formatted(i);
          text.append(
              switch (shape) {
                case PARAGRAPHS, ONE_LINE -> sentence;
                case WITHOUT_END -> sentence.replace(".", "");
                case WITHOUT_SPACES -> sentence.replaceAll("[ .]", "");
              });
        }
        boolean first = shape == Shape.PARAGRAPHS || i == 0;
        out.write(
            json.writeValueAsString(
                new Block(null, first ? "paragraph" : Block.CONTINUED, text.toString())));
        out.write('\n');
        written += text.length();
      }
    }
  }
}
