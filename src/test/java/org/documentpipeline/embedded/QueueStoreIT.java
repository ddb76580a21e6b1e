package org.documentpipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueStoreIT {

  @TempDir Path folder;

  private EmbeddedServices start() {
    return EmbeddedServices.start(
        new EmbeddedSettings(folder, Set.of(EmbeddedService.SQS), Map.of()));
  }

  @Test
  void messagesAreKeptInAFileWhenNoDatabaseIsEmbedded() {
    try (EmbeddedServices alone = start()) {
      assertThat(alone.environment())
          .containsOnlyKeys(
              "AWS_ENDPOINT_URL_SQS", "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
      Clients clients = new Clients(alone.environment());
      clients.createQueue();
      clients.send("a message");
    }
    assertThat(folder.resolve("sqs")).isNotEmptyDirectory();
    try (EmbeddedServices alone = start()) {
      assertThat(new Clients(alone.environment()).receive()).containsExactly("a message");
    }
  }
}
