package org.documentpipeline.streaming;

import java.util.Map;
import java.util.UUID;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/** What API and worker do, as far as watchers notice: event rows, and news of them. */
final class Documents {

  private final JdbcTemplate sql;
  private final StringRedisTemplate redis;

  Documents(JdbcTemplate sql, StringRedisTemplate redis) {
    this.sql = sql;
    this.redis = redis;
  }

  /** A document being worked on, with event 1 written and nobody told. */
  String create() {
    String id = UUID.randomUUID().toString();
    sql.queryForList(
        """
        with made as (
          insert into document as d (id, name, media_type, bytes, sha256, object_key, length, language, status, stage,
            last_seq)
          values (?::uuid, 'a.txt', 'text/plain', 1, 'x', 'x', 'medium', 'auto', 'processing', 'summarize', 1)
          returning d as doc)
        select tell(doc, 'received', 'store', '{}') from made""",
        id);
    return id;
  }

  /** Writes the next event and gives it as it would be published. */
  String write(String id, String type, String data) {
    String status =
        Map.of(
                "completed",
                "completed",
                "failed",
                "failed",
                "cancelled",
                "cancelled",
                "retried",
                "queued")
            .getOrDefault(type, "processing");
    return sql.queryForObject(
        """
        with changed as (
          update document d set last_seq = last_seq + 1, status = ? where id = ?::uuid returning d as doc)
        select tell(doc, ?, 'summarize', ?::jsonb) from changed""",
        String.class,
        status,
        id,
        type,
        data);
  }

  /** Writes the next event and tells everybody. */
  String tell(String id, String type) {
    String event = write(id, type, "{\"percent\": 1}");
    publish(event);
    return event;
  }

  /** Writes many events at once, each with so many letters of data, and tells nobody. */
  void writeMany(String id, int count, int letters) {
    sql.update(
        """
        with changed as (
          update document d set last_seq = last_seq + ? where id = ?::uuid returning d.last_seq as last)
        insert into event (document_id, seq, attempt, type, stage, data)
        select ?::uuid, last - ? + n, 1, 'progress', 'summarize', jsonb_build_object('text', repeat('x', ?))
        from changed, generate_series(1, ?) n""",
        count,
        id,
        id,
        count,
        letters,
        count);
  }

  void publish(String news) {
    redis.convertAndSend("document-events", news);
  }

  void delete(String id) {
    sql.update("delete from document where id = ?::uuid", id);
  }

  int lastSeq(String id) {
    return sql.queryForObject(
        "select last_seq from document where id = ?::uuid", Integer.class, id);
  }
}
