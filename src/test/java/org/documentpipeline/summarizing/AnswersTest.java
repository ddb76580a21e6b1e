package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final ModelInfo MODEL = new ModelInfo("openai", "small", null);
  private final Answers answers = new Answers(MODEL, true);

  @Test
  void theSameQuestionHasTheSameNameWhoeverAsks() {
    assertThat(answers.key(messages("be brief", "text"), "a"))
        .matches("[0-9a-f]{64}")
        .isEqualTo(answers.key(messages("be brief", "text"), "b"));
  }

  @Test
  void anotherPromptTextModelOrProviderIsAnotherQuestion() {
    assertThat(
            List.of(
                answers.key(messages("be brief", "text"), "a"),
                answers.key(messages("be long", "text"), "a"),
                answers.key(messages("be brief", "Text"), "a"),
                answers.key(messages("be brieft", "ext"), "a"),
                new Answers(new ModelInfo("openai", "large", null), true)
                    .key(messages("be brief", "text"), "a"),
                new Answers(new ModelInfo("mistral", "small", null), true)
                    .key(messages("be brief", "text"), "a")))
        .doesNotHaveDuplicates();
  }

  @Test
  void answersNeedNotBeShared() {
    Answers own = new Answers(MODEL, false);
    assertThat(own.key(messages("be brief", "text"), "a"))
        .isNotEqualTo(own.key(messages("be brief", "text"), "b"))
        .isEqualTo(own.key(messages("be brief", "text"), "a"));
  }

  private static List<ChatMessage> messages(String system, String user) {
    return List.of(SystemMessage.from(system), UserMessage.from(user));
  }
}
