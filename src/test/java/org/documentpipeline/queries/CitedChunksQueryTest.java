package org.documentpipeline.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where the pages of a chunk begin, from its being saved to the summary that cites it. */
class CitedChunksQueryTest {
  private static final String CHUNKS =
      """
      [{"index":0,"firstPage":1,"lastPage":2,"section":null,"start":0,"end":4,"tokens":2,"text":"A. B.",
        "pageStarts":[{"at":0,"page":1},{"at":3,"page":2}]},
       {"index":1,"firstPage":null,"lastPage":null,"section":"S","start":4,"end":8,"tokens":2,"text":"C.",
        "pageStarts":[]},
       {"index":2,"firstPage":3,"lastPage":3,"section":"S","start":8,"end":9,"tokens":2,"text":"D.",
        "pageStarts":[{"at":0,"page":3}]}]
      """;

  private final Database database = Database.shared();

  @Test
  void theCitedChunksThatHavePagesAreRead() {
    String id = database.queued();
    String token = UUID.randomUUID().toString();
    database
        .sql()
        .update("update document set lease_token = ?::uuid where id = ?::uuid", token, id);
    database.run("save-chunks", "documentId", id, "token", token, "body", CHUNKS);
    assertThat(cited(id, token, "0,1"))
        .containsExactly(
            Map.of(
                "index",
                0,
                "text",
                "A. B.",
                "pageStarts",
                "[{\"at\": 0, \"page\": 1}, {\"at\": 3, \"page\": 2}]"));
    assertThat(cited(id, token, "0,2")).hasSize(2);
    assertThat(cited(id, token, "")).isEmpty();
    assertThat(cited(id, UUID.randomUUID().toString(), "0")).isEmpty();
  }

  private List<Map<String, Object>> cited(String id, String token, String indexes) {
    return database.run(
        "read-cited-chunks", "documentId", id, "token", token, "composed.cited", indexes);
  }
}
