package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

class FetchOriginalRouteTest extends RouteTest {
  private Exchange fetched;

  FetchOriginalRouteTest() {
    super("worker/fetch-original");
  }

  @AfterEach
  void removeFolder() {
    template.requestBody("bean:workFolders?method=remove", fetched.getVariable("folder"));
  }

  @Test
  void theBytesComeToDiskInAFolderNamedByTheLeaseAlone() throws Exception {
    storage.objects.put(Rows.KEY, "the bytes".getBytes(StandardCharsets.UTF_8));
    storage.metadata.put("CamelSqlQuery", "drop table document");
    fetch();
    File file = fetched.getMessage().getBody(File.class);
    assertThat(file).hasContent("the bytes");
    assertThat((File) fetched.getVariable("blocks")).isEmpty();
    assertThat(file.getParentFile()).isEqualTo(fetched.getVariable("folder")).hasName(TOKEN);
    assertThat(storage.touched).containsExactly("bucket/" + Rows.KEY);
    assertThat(fetched.getMessage().getHeaders())
        .containsExactly(Map.entry("CamelAwsSqsReceiptHandle", "receipt"));
  }

  @Test
  void aLargeOriginalIsNeverHeldInMemory() {
    storage.objects.put(Rows.KEY, new byte[100_000]);
    fetch();
    assertThat(fetched.getMessage().getBody(File.class)).hasSize(100_000);
    assertThat(storage.readers)
        .contains("java.nio.file.Files")
        .noneMatch(reader -> reader.contains("CachedOutputStream"));
  }

  @Test
  void anObjectThatIsGoneIsAnError() {
    fetch();
    assertThat(fetched.getException()).isInstanceOf(NoSuchKeyException.class);
    assertThat(Files.exists(((File) fetched.getVariable("folder")).toPath().resolve("original")))
        .isFalse();
  }

  @Test
  void storageThatIsAwayIsAnErrorTheWorkerKnows() {
    storage.fail(SdkClientException.create("no route"));
    fetch();
    assertThat(fetched.getException()).isInstanceOf(SdkClientException.class);
  }

  private void fetch() {
    fetched =
        call(
            "fetch-original",
            exchange -> {
              exchange.setVariable("token", TOKEN);
              exchange.setVariable("document", Rows.claim("claimed", 0, TOKEN, "extract", null));
              exchange.getMessage().setHeader("CamelAwsSqsReceiptHandle", "receipt");
            });
  }
}
