package org.documentpipeline.summarizing;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Names what a model is asked, so that an answer that was paid for is found again. */
@Component("answers")
class Answers {
  private final ModelInfo model;
  private final boolean acrossDocuments;

  Answers(ModelInfo model, @Value("${pipeline.reuse-answers:true}") boolean acrossDocuments) {
    this.model = model;
    this.acrossDocuments = acrossDocuments;
  }

  /**
   * The name of a question (SHA-256 in hexadecimal): of the provider, the model and the exact
   * messages, in which prompt, options and text are; and of the document, unless answers are
   * shared.
   */
  public String key(List<ChatMessage> messages, String documentId) {
    MessageDigest digest = sha256();
    add(digest, model.provider());
    add(digest, model.name());
    add(digest, acrossDocuments ? "" : documentId);
    for (ChatMessage message : messages) {
      add(digest, message.type().name());
      add(digest, text(message));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String text(ChatMessage message) {
    if (message instanceof SystemMessage system) {
      return system.text();
    }
    return ((UserMessage) message).singleText();
  }

  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
