package org.documentpipeline.routes;

import static org.documentpipeline.routes.FakeDatabase.row;
import static org.documentpipeline.routes.Rows.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.documentpipeline.routes.FakeDatabase.Call;

/**
 * What the tables do for one document with some chunks: a lease that every statement has to carry,
 * and checkpoints from which the next claim goes on.
 */
final class LeasedDocument {
  private final int chunks;
  private final Map<Object, Object> answers = new ConcurrentHashMap<>();
  private final Map<Object, Object> summaries = new ConcurrentHashMap<>();
  private final Map<Object, Object> keys = new ConcurrentHashMap<>();
  private volatile String stage = "extract";
  private volatile String lease;

  private LeasedDocument(int chunks) {
    this.chunks = chunks;
  }

  static LeasedDocument in(FakeDatabase database, int chunks) {
    LeasedDocument document = new LeasedDocument(chunks);
    document.script(database);
    return document;
  }

  /** Whether a worker has it. */
  boolean isHeld() {
    return lease != null;
  }

  boolean hasEnded() {
    return stage.equals("over");
  }

  private void script(FakeDatabase database) {
    database.on("claim-document").does(call -> List.of(claim()));
    database
        .on("return-documents")
        .does(
            call -> {
              lease = Objects.equals(call.get("tokens"), lease) ? null : lease;
              return null;
            });
    for (String query : List.of("forget-chunks", "save-chunks", "finish-extract", "record-retry")) {
      fence(database, query, call -> event(query));
    }
    fence(database, "finish-split", call -> next("summarize"));
    fence(database, "finish-summarize", call -> next("combine"));
    fence(database, "tell-group-combined", call -> event("group"));
    fence(database, "fail-document", call -> ended("failed"));
    fence(database, "complete-document", call -> ended("completed"));
    fence(database, "sample-text", call -> row("text", "Der Brief ist kurz.", "title", null));
    fence(database, "read-chunk", call -> chunk(call.get("index")));
    fence(database, "save-chunk-summary", this::save);
    fence(database, "claim-answer", call -> answer(call.get("key")));
    database.on("save-answer").does(this::keep);
    database.on("read-cited-chunks").gives();
    database
        .on("list-chunk-numbers")
        .does(
            call ->
                IntStream.range(0, holds(call) ? chunks : 0)
                    .mapToObj(i -> row("index", i, "total", chunks))
                    .toList());
  }

  /** The statement finds nothing unless it carries the lease. */
  private void fence(FakeDatabase database, String query, Function<Call, Map<String, Object>> row) {
    database.on(query).does(call -> holds(call) ? Stream.of(row.apply(call)).toList() : List.of());
  }

  boolean holds(Call call) {
    return lease != null && lease.equals(call.get("token"));
  }

  private synchronized Map<String, Object> claim() {
    if (lease != null || stage.equals("over")) {
      return Rows.claim(lease != null ? "busy" : "over", 17, null, null, null);
    }
    lease = UUID.randomUUID().toString();
    return Rows.claim("claimed", 0, lease, stage, "claimed");
  }

  private Map<String, Object> next(String to) {
    stage = to;
    return event(to);
  }

  private Map<String, Object> ended(String how) {
    stage = "over";
    lease = null;
    return event(how);
  }

  private Map<String, Object> chunk(Object index) {
    Map<String, Object> row =
        new HashMap<>(row("text", "Text of chunk " + index + ".", "section", ""));
    row.put("summary", summaries.get(index));
    row.put("answerKey", keys.get(index));
    row.put("firstPage", null);
    row.put("lastPage", null);
    return row;
  }

  private Map<String, Object> save(Call call) {
    summaries.put(call.get("index"), call.get("summary"));
    keys.put(call.get("index"), call.get("key"));
    return event("summarised");
  }

  private Map<String, Object> answer(Object key) {
    Object text = answers.get(key);
    return row("outcome", text == null ? "ask" : "saved", "text", text);
  }

  private List<Map<String, Object>> keep(Call call) {
    answers.put(call.get("key"), call.get("calling.answer"));
    return null;
  }
}
