package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.documentpipeline.routes.FakeDatabase.row;

import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class DeleteDocumentRouteTest extends ApiTest {

  DeleteDocumentRouteTest() {
    super("api/delete-document", "api/sweep-leftovers", "api/answer-problems");
  }

  @Test
  void aDocumentGoesWithItsBytesAndIsToldOf() throws Exception {
    storage.objects.put(Rows.KEY, new byte[1]);
    database.on("delete-document").gives(row("key", Rows.KEY, "event", "deleted!"));
    database.on("pick-orphans").gives(row("key", Rows.KEY));
    database.on("forget-orphan").changes();
    Exchange answer = request("delete-document", Map.of("id", ID));
    assertThat(status(answer)).isEqualTo(204);
    assertThat(body(answer)).isEmpty();
    assertThat(answer.getMessage().getHeaders()).containsOnlyKeys(Exchange.HTTP_RESPONSE_CODE);
    assertThat(announced()).containsExactly("deleted!");
    assertThat(storage.touched).containsExactly("bucket/" + Rows.KEY);
    assertThat(storage.objects).isEmpty();
    assertThat(database.call("forget-orphan").get("key")).isEqualTo(Rows.KEY);
  }

  @Test
  void bytesThatCanNotBeRemovedNowAreNotForgotten() throws Exception {
    storage.fail(SdkClientException.create("no route"));
    database.on("delete-document").gives(row("key", Rows.KEY, "event", "deleted!"));
    database.on("pick-orphans").gives(row("key", Rows.KEY));
    assertThat(status(request("delete-document", Map.of("id", ID)))).isEqualTo(204);
    assertThat(announced()).containsExactly("deleted!");
    assertThat(database.calls("forget-orphan")).isEmpty();
  }

  @Test
  void anUnknownDocumentIsNotFound() throws Exception {
    database.on("delete-document").gives();
    assertProblem(request("delete-document", Map.of("id", ID)), 404, "not-found");
    assertThat(announced()).isEmpty();
    assertThat(database.queries()).containsExactly("delete-document");
  }

  @Test
  void aDatabaseThatIsAwayIsSaidToBe() {
    database.on("delete-document").fails("08001");
    assertProblem(request("delete-document", Map.of("id", ID)), 503, "unavailable");
  }
}
