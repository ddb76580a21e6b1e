package org.documentpipeline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void saysHowGoodTheModelIsBesideTheBaselines() {
    List<Scored> scored =
        List.of(
            scored("letter", "a", "# Title\n\nThe river drives the mill. [p. 1](#chunk-1)"),
            scored("letter", "b", "The river drives the mill."),
            scored("paper", "c", null));
    String report = new Report(scored, "builtin/extractive", "short").markdown();
    assertThat(scored.get(0).words()).isEqualTo(5);
    assertThat(report)
        .startsWith("# Evaluation of builtin/extractive\n\n3 documents, length `short`")
        .contains(
            "| letter | 2 | 5 | builtin/extractive | 100.00 [100.00, 100.00] |",
            "| letter | 2 | 5 | lead | 0.00 [0.00, 0.00] |",
            "| paper | 1 | 150 | builtin/extractive | 0.00 [0.00, 0.00] |",
            "| letter | 100.00 [100.00, 100.00] |",
            "- c.txt: 0.0, lead ",
            "## Without a summary\n\n- c.txt: llm-auth");
    assertThat(report.lines().filter(line -> line.startsWith("| all | 3 |"))).hasSize(3);
  }

  private static Scored scored(String kind, String name, String summary) {
    String text = "Once upon a time somebody lived. Then the river drives the mill.";
    Sample sample =
        new Sample(
            kind,
            name + ".txt",
            text.getBytes(StandardCharsets.UTF_8),
            List.of("The river drives the mill."));
    return Scored.of(sample, summary, summary == null ? "llm-auth" : null, text);
  }
}
