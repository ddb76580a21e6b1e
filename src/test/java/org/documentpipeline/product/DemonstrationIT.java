package org.documentpipeline.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The samples of the page end as they are said to, and what is shown in place is a PDF. */
class DemonstrationIT {

  private final Product product = Product.shared();
  private final Api api = product.api();

  @BeforeEach
  void calm() {
    product.calm();
  }

  @Test
  void everySampleEndsAsItIsSaidTo() {
    JsonNode samples = api.get("/api/settings").json().get("samples");
    assertThat(samples).hasSize(4);
    for (JsonNode sample : samples) {
      Api.Answer file = api.get(sample.get("file").asText());
      assertThat(file.status()).as(sample.toString()).isEqualTo(200);
      String id = api.accept(sample.get("title").asText(), file.bytes());
      if (sample.get("shows").asText().equals("completed")) {
        api.awaitStatus(id, "completed");
      } else {
        assertThat(api.awaitStatus(id, "failed").at("/error/code").asText())
            .isEqualTo(sample.get("shows").asText());
      }
    }
  }

  @Test
  void aPdfIsShownInPlaceAndNothingElse() {
    byte[] pdf = Samples.pdf();
    Api.Answer shown = api.get("/api/documents/" + api.accept("lamps.pdf", pdf) + "/pdf");
    assertThat(shown.bytes()).isEqualTo(pdf);
    assertThat(shown.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(shown.header("Content-Disposition")).isEqualTo("inline; filename=\"lamps.pdf\"");
    assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(shown.headers().allValues("Content-Security-Policy"))
        .containsExactly("frame-ancestors 'none'");

    String page = "<html><script>alert(1)</script><p>A page of one sentence.</p></html>";
    String html = api.accept("page.html", page.getBytes(StandardCharsets.UTF_8));
    Answers.assertProblem(api.get("/api/documents/" + html + "/pdf"), 404, "not-found");
  }
}
