package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long the routes take for a PDF, from the file to the finished blocks, against plain PDFBox on
 * one thread, in turns. {@code ./mvnw -Pbench test -Dbench.pdf=FILE}; without a file it makes one.
 */
class PdfExtractionBenchmark extends RouteTest {
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 15;
  private static final double MOST = 1.15;
  private static final int PAGES = 350;

  @TempDir Path folder;

  PdfExtractionBenchmark() {
    super("worker/extract-pdf", "worker/extract-page");
  }

  @Test
  void theRoutesAreAboutAsFastAsPlainPdfBox() throws Exception {
    File pdf = pdf();
    List<Double> plain = new ArrayList<>();
    List<Double> routes = new ArrayList<>();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      double plainTook = plain(pdf);
      double routesTook = routes(pdf);
      if (round >= 0) {
        plain.add(plainTook);
        routes.add(routesTook);
      }
    }
    double ofMedians = median(routes) / median(plain);
    double ofBest = best(routes) / best(plain);
    System.out.printf(
        "%s, %d cores, %d rounds: plain PDFBox median %.0f ms, best %.0f ms; routes median %.0f ms,"
            + " best %.0f ms; ratio of medians %.2f, of the best %.2f%n",
        pdf.getName(),
        Runtime.getRuntime().availableProcessors(),
        ROUNDS,
        median(plain),
        best(plain),
        median(routes),
        best(routes),
        ofMedians,
        ofBest);
    assertThat(ofMedians).isLessThanOrEqualTo(MOST);
  }

  private File pdf() {
    String given = System.getProperty("bench.pdf", "");
    if (!given.isBlank()) {
      return new File(given);
    }
    String[] pages = new String[PAGES];
    for (int page = 0; page < PAGES; page++) {
      StringBuilder text = new StringBuilder("THE BOOK " + (page + 1));
      for (int line = 0; line < 40; line++) {
        text.append("\nWords of line ")
            .append(line)
            .append(" that go on and on to the end of page ");
        text.append(page).append(", and");
      }
      pages[page] = text.toString();
    }
    return Documents.pdf(folder.resolve("generated.pdf"), pages).toFile();
  }

  private static double plain(File pdf) throws IOException {
    long start = System.nanoTime();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document)).isNotBlank();
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private double routes(File pdf) throws Exception {
    Path work = Files.createTempDirectory(folder, "work");
    database.on("record-pages").gives(Rows.event(null));
    long start = System.nanoTime();
    Exchange done =
        call(
            "extract-pdf",
            exchange -> {
              exchange.setVariable("documentId", ID);
              exchange.setVariable("token", TOKEN);
              exchange.setVariable("original", pdf);
              exchange.setVariable("folder", work.toFile());
              exchange.setVariable("blocks", work.resolve("blocks.jsonl").toFile());
            });
    double took = (System.nanoTime() - start) / 1e6;
    assertThat(done.getException()).isNull();
    assertThat(Files.size(work.resolve("blocks.jsonl"))).isPositive();
    return took;
  }

  private static double best(List<Double> values) {
    return Collections.min(values);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
