package org.documentpipeline.routes;

import static org.documentpipeline.routes.FakeDatabase.row;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the table of answers does for one document that is this worker's. */
final class KeptAnswers {
  private final Map<Object, Object> texts = new ConcurrentHashMap<>();

  private KeptAnswers() {}

  /** Has the statements about answers work as on an empty table. */
  static KeptAnswers in(FakeDatabase database) {
    KeptAnswers answers = new KeptAnswers();
    database.on("claim-answer").does(call -> List.of(answers.claim(call.get("key"))));
    database
        .on("save-answer")
        .does(
            call -> {
              answers.texts.put(call.get("key"), call.get("calling.answer"));
              return null;
            });
    return answers;
  }

  private Map<String, Object> claim(Object key) {
    Object text = texts.get(key);
    return row("outcome", text == null ? "ask" : "saved", "text", text);
  }

  /** How many answers are kept. */
  int count() {
    return texts.size();
  }

  void forget() {
    texts.clear();
  }
}
