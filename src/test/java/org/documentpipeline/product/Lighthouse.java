package org.documentpipeline.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Google's Lighthouse, fetched by npx; the newest that runs on Node.js 20. */
final class Lighthouse {

  private static final String VERSION = "lighthouse@12.8.2";
  private static final Path REPORTS = Path.of("target/lighthouse");
  private static final int MINUTES = 4;

  private Lighthouse() {}

  /** The report on a page, as seen on a desk. */
  static JsonNode judge(String url) throws IOException, InterruptedException {
    Files.createDirectories(REPORTS);
    Path report = Files.createTempFile(REPORTS, "report", ".json");
    ProcessBuilder npx =
        new ProcessBuilder(
            List.of(
                "npx",
                "--yes",
                VERSION,
                url,
                "--preset=desktop",
                "--only-categories=performance,accessibility,best-practices",
                "--output=json",
                "--output-path=" + report,
                "--quiet",
                "--chrome-flags=--headless=new --no-sandbox"));
    Chromium.installed()
        .ifPresent(browser -> npx.environment().put("CHROME_PATH", browser.toString()));
    // Not this process's own streams: through them Maven speaks with its test JVM.
    Path log = REPORTS.resolve("lighthouse.log");
    npx.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process process = npx.start();
    process.getOutputStream().close();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("Lighthouse did not judge " + url + "; " + log + " says why");
    }
    return Api.parse(Files.readString(report));
  }

  /** What kept the page from the full score. */
  static String lost(JsonNode report) {
    return StreamSupport.stream(report.get("audits").spliterator(), false)
        .filter(audit -> audit.path("score").isNumber() && audit.get("score").asDouble() < 0.9)
        .map(audit -> audit.get("id").asText() + " " + audit.path("displayValue").asText(""))
        .collect(Collectors.joining("; "));
  }
}
