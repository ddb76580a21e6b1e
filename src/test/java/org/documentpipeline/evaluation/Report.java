package org.documentpipeline.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The scores of all documents, as a Markdown file says them. */
final class Report {

  private static final long SEED = 1;
  private static final int WORST = 5;

  private final List<Scored> scored;
  private final String model;
  private final String length;

  Report(List<Scored> scored, String model, String length) {
    this.scored = scored;
    this.model = model;
    this.length = length;
  }

  /** The whole report. */
  String markdown() {
    return "# Evaluation of %s\n\n%d documents, length `%s`; ROUGE-F without stemming (L: summary level), mean [95 %% bootstrap interval].\n\n"
            .formatted(model, scored.size(), length)
        + systems()
        + "\n## Differences of the mean of the three\n\n"
        + differences()
        + "\n## Where it did worst beside the lead\n\n"
        + worst()
        + failures();
  }

  private List<String> kinds() {
    List<String> kinds =
        new ArrayList<>(scored.stream().map(one -> one.sample().kind()).distinct().toList());
    kinds.add("all");
    return kinds;
  }

  private List<Scored> of(String kind) {
    return scored.stream()
        .filter(one -> kind.equals("all") || one.sample().kind().equals(kind))
        .toList();
  }

  private String systems() {
    StringBuilder table =
        new StringBuilder(
            "| documents | n | words | summary | ROUGE-1 | ROUGE-2 | ROUGE-L |\n"
                + "|---|---|---|---|---|---|---|\n");
    for (String kind : kinds()) {
      table.append(row(kind, model, Scored::model));
      table.append(row(kind, "lead", Scored::lead));
      table.append(row(kind, "TextRank", Scored::textRank));
    }
    return table.toString();
  }

  private String row(String kind, String system, Function<Scored, Rouge.Triple> scores) {
    List<Scored> some = of(kind);
    List<Rouge.Triple> triples = some.stream().map(scores).toList();
    return "| %s | %d | %.0f | %s | %s | %s | %s |\n"
        .formatted(
            kind,
            some.size(),
            some.stream().mapToInt(Scored::words).average().orElse(0),
            system,
            interval(triples.stream().map(Rouge.Triple::one)),
            interval(triples.stream().map(Rouge.Triple::two)),
            interval(triples.stream().map(Rouge.Triple::sum)));
  }

  private static Bootstrap interval(Stream<Double> values) {
    return Bootstrap.of(values.mapToDouble(Double::doubleValue).toArray(), SEED);
  }

  private String differences() {
    StringBuilder table =
        new StringBuilder(
            "| documents | %s - lead | %s - TextRank |\n|---|---|---|\n".formatted(model, model));
    for (String kind : kinds()) {
      table.append(
          "| %s | %s | %s |\n"
              .formatted(
                  kind,
                  interval(of(kind).stream().map(one -> one.model().mean() - one.lead().mean())),
                  interval(
                      of(kind).stream().map(one -> one.model().mean() - one.textRank().mean()))));
    }
    return table.toString();
  }

  private String worst() {
    StringBuilder list = new StringBuilder();
    scored.stream()
        .sorted(Comparator.comparingDouble(one -> one.model().mean() - one.lead().mean()))
        .limit(WORST)
        .forEach(
            one ->
                list.append(
                    String.format(
                        Locale.ROOT,
                        "- %s: %.1f, lead %.1f%n",
                        one.sample().name(),
                        one.model().mean(),
                        one.lead().mean())));
    return list.toString();
  }

  private String failures() {
    List<Scored> failed = scored.stream().filter(one -> one.failure() != null).toList();
    StringBuilder list = new StringBuilder(failed.isEmpty() ? "" : "\n## Without a summary\n\n");
    failed.forEach(
        one ->
            list.append("- ")
                .append(one.sample().name())
                .append(": ")
                .append(one.failure())
                .append('\n'));
    return list.toString();
  }
}
