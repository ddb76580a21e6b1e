package org.documentpipeline.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The pieces of a document that its language is told by. */
class SampleTextQueryTest {
  private final Database database = Database.shared();

  @Test
  void piecesComeFromAllOverTheDocumentInTheirOrder() {
    String id = chunks(100);
    String token = held(id);
    List<Map<String, Object>> rows = sample(id, token);
    assertThat(rows).hasSize(1);
    String[] pieces = ((String) rows.get(0).get("text")).split("\n\n");
    assertThat(pieces).hasSize(20);
    assertThat(pieces[0]).startsWith("Chunk 0 ").hasSize(1000);
    assertThat(pieces[19]).startsWith("Chunk 95 ");
    assertThat(sample(id, token)).as("the same again").isEqualTo(rows);
  }

  @Test
  void aShortDocumentGivesAllItsChunks() {
    String id = chunks(3);
    assertThat(((String) sample(id, held(id)).get(0).get("text")).split("\n\n")).hasSize(3);
  }

  @Test
  void itComesWithWhatTheDocumentIsCalled() {
    String id = chunks(1);
    database.sql().update("update document set title = 'Old bridges' where id = ?::uuid", id);
    assertThat(sample(id, held(id)).get(0)).containsEntry("title", "Old bridges");
  }

  @Test
  void whoLostTheLeaseGetsNothing() {
    String id = chunks(3);
    held(id);
    assertThat(sample(id, UUID.randomUUID().toString())).isEmpty();
  }

  private List<Map<String, Object>> sample(String id, String token) {
    return database.run("sample-text", "documentId", id, "token", token);
  }

  private String chunks(int count) {
    String id = database.queued();
    for (int i = 0; i < count; i++) {
      database
          .sql()
          .update(
              "insert into chunk (document_id, index, start_offset, end_offset, tokens, text)"
                  + " values (?::uuid, ?, 0, 1, 1, ?)",
              id,
              i,
              "Chunk " + i + " " + "x".repeat(2000));
    }
    database.sql().update("update document set chunks_total = ? where id = ?::uuid", count, id);
    return id;
  }

  private String held(String id) {
    String token = UUID.randomUUID().toString();
    database
        .sql()
        .update("update document set lease_token = ?::uuid where id = ?::uuid", token, id);
    return token;
  }
}
