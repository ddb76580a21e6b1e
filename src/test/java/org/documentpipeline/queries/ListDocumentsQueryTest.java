package org.documentpipeline.queries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of documents: each document once, in the order that was asked for. */
class ListDocumentsQueryTest {
  private final Database database = Database.shared();
  private final String mark = UUID.randomUUID().toString();

  @ParameterizedTest
  @ValueSource(strings = {"newest", "oldest"})
  void pagesFollowEachOther(String sort) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      // Two of each time, so that the id decides between them.
      ids.add(document("Report " + mark + ".PDF", 100 - i / 2));
    }
    document("Another.pdf", 50);
    List<String> listed = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = page("", "report " + mark, sort, cursor, 3);
      page.get("items").forEach(item -> listed.add(item.get("id").asText()));
      assertThat(page.get("items").size()).isLessThanOrEqualTo(3);
      cursor = page.get("nextCursor").asText("");
    } while (!cursor.isEmpty());
    assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
    List<String> times =
        listed.stream().map(id -> database.of(id, "created_at::text", String.class)).toList();
    assertThat(times)
        .isSortedAccordingTo(
            sort.equals("oldest") ? String::compareTo : Collections.reverseOrder());
  }

  @Test
  void aStatusNarrowsTheList() {
    String failed = document(mark, 10);
    document(mark, 9);
    database.sql().update("update document set status = 'failed' where id = ?::uuid", failed);
    assertThat(page("failed", mark, "oldest", "", 50).get("items"))
        .singleElement()
        .satisfies(item -> assertThat(item.get("id").asText()).isEqualTo(failed));
  }

  private String document(String name, int minutesAgo) {
    String id = database.queued();
    database
        .sql()
        .update(
            "update document set name = ?, created_at = date_trunc('day', now()) - ? * interval '1 minute'"
                + " where id = ?::uuid",
            name,
            minutesAgo,
            id);
    return id;
  }

  private JsonNode page(String status, String q, String sort, String cursor, int limit) {
    Object page =
        database
            .run(
                "list-documents",
                "status",
                status,
                "q",
                q,
                "sort",
                sort,
                "cursor",
                cursor,
                "limit",
                limit)
            .get(0)
            .get("page");
    try {
      return new ObjectMapper().readTree((String) page);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
