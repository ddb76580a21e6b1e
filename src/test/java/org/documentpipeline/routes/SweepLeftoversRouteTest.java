package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;
import static org.documentpipeline.routes.Rows.event;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class SweepLeftoversRouteTest extends RouteTest {

  SweepLeftoversRouteTest() {
    super("api/sweep-leftovers", "api/answer-problems");
  }

  @Test
  void uploadsThatNeverArrivedAreTakenBackAndObjectsNobodyOwnsRemoved() throws Exception {
    database.on("sweep-uploads").gives(event("deleted 1"), event("deleted 2"));
    database.on("pick-orphans").gives(row("key", "documents/a"), row("key", "documents/b"));
    database.on("forget-orphan").changes();
    fire("sweep-leftovers", Map.of());
    assertThat(announced()).containsExactly("deleted 1", "deleted 2");
    assertThat(storage.touched).containsExactly("bucket/documents/a", "bucket/documents/b");
    assertThat(database.calls("forget-orphan"))
        .extracting(call -> call.get("key"))
        .containsExactly("documents/a", "documents/b");
  }

  @Test
  void withNothingLeftNothingHappens() throws Exception {
    database.on("sweep-uploads").gives();
    database.on("pick-orphans").gives();
    fire("sweep-leftovers", Map.of());
    assertThat(announced()).isEmpty();
    assertThat(storage.touched).isEmpty();
  }

  @Test
  void whileStorageIsAwayNothingIsForgotten() throws Exception {
    database.on("sweep-uploads").gives();
    database.on("pick-orphans").gives(row("key", "documents/a"), row("key", "documents/b"));
    storage.fail(SdkClientException.create("no route"));
    assertThat(fire("sweep-leftovers", Map.of()).getException()).isNull();
    assertThat(database.calls("forget-orphan")).isEmpty();
  }

  @Test
  void aSweepThatFailsIsFollowedByTheNext() throws Exception {
    database.on("sweep-uploads").fails("08006").gives();
    database.on("pick-orphans").gives();
    assertThat(fire("sweep-leftovers", Map.of()).getException()).isNull();
    assertThat(database.calls("pick-orphans")).isEmpty();
    assertThat(fire("sweep-leftovers", Map.of()).getException()).isNull();
    assertThat(database.calls("pick-orphans")).hasSize(1);
  }
}
