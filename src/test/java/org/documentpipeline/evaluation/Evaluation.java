package org.documentpipeline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * How good the summaries of the configured model are, beside the document's beginning and TextRank:
 * {@code ./mvnw -Peval verify -Deval.folder=...} with texts and references that people wrote (see
 * {@link Sample#in}) writes {@code target/eval/report.md}. It is no test of the build: nothing runs
 * it but that profile. The model is the one that {@code LLM_PROVIDER} and the like name; a hosted
 * one costs what all the texts cost.
 */
class Evaluation {

  private static final Path TARGET = Path.of("target/eval");
  private static final String LENGTH = System.getProperty("eval.length", "medium");
  private static final int PARALLEL = Integer.getInteger("eval.parallel", 4);
  private static final int LIMIT = Integer.getInteger("eval.limit", Integer.MAX_VALUE);

  @Test
  void writesAReport() throws Exception {
    String folder = System.getProperty("eval.folder", "");
    assertThat(folder).as("-Deval.folder=, a folder of texts and references").isNotBlank();
    List<Sample> samples = Sample.in(Path.of(folder)).stream().limit(LIMIT).toList();
    try (EvaluatedProduct product = new EvaluatedProduct(TARGET)) {
      String model = product.model();
      System.out.printf(
          "%d documents, %,d bytes, go to %s%n",
          samples.size(), samples.stream().mapToLong(one -> one.bytes().length).sum(), model);
      String report = new Report(score(samples, product), model, LENGTH).markdown();
      Path file = Files.writeString(TARGET.resolve("report.md"), report);
      System.out.println(report + "\n" + file.toAbsolutePath());
    }
  }

  private static List<Scored> score(List<Sample> samples, EvaluatedProduct product)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(PARALLEL);
    try {
      List<Future<Scored>> all = new ArrayList<>();
      samples.forEach(sample -> all.add(pool.submit(() -> score(sample, product))));
      List<Scored> scored = new ArrayList<>();
      for (Future<Scored> one : all) {
        scored.add(one.get());
      }
      return scored;
    } finally {
      pool.shutdownNow();
    }
  }

  private static Scored score(Sample sample, EvaluatedProduct product) {
    JsonNode document = product.summarize(sample, LENGTH);
    JsonNode summary = document.path("summary");
    return Scored.of(
        sample,
        summary.isTextual() ? summary.asText() : null,
        summary.isTextual() ? null : document.at("/error/code").asText(),
        sample.isText() ? sample.text() : product.text(document));
  }
}
