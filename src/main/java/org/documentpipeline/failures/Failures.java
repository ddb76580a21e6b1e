package org.documentpipeline.failures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RateLimitException;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.apache.camel.support.processor.PredicateValidationException;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.exception.ZeroByteFileException;
import org.documentpipeline.extraction.ExtractionException;
import org.documentpipeline.extraction.OriginalUnavailableException;
import org.documentpipeline.extraction.WorkFileException;
import org.documentpipeline.routing.CaughtByReload;
import org.documentpipeline.summarizing.ModelUnavailableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Puts what went wrong with a document into words that help the person who sent it. */
@Component("failures")
class Failures {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEEPEST_CAUSE = 20;
  private static final String INTERNAL = "internal";
  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("encrypted", "The document is protected by a password."),
          Map.entry("no-text", "There is no text in the document."),
          Map.entry("corrupt", "The document is damaged and can not be read."),
          Map.entry("too-complex", "The document is too large or too complex."),
          Map.entry("extraction-timeout", "Reading the document took too long."),
          Map.entry("llm-unavailable", "The language model does not answer."),
          Map.entry("llm-rate-limited", "The language model's rate limit or quota is used up."),
          Map.entry("llm-auth", "The language model does not accept the key."),
          Map.entry("llm-refused", "The language model refused the request."),
          Map.entry("storage-unavailable", "The original can not be read from storage."),
          Map.entry("poisoned", "The document stopped its worker again and again."),
          Map.entry(INTERNAL, "Something unexpected went wrong."));

  /** The failure an exception stands for, as JSON. */
  public String json(Throwable exception) {
    return write(of(exception));
  }

  /** The failure of a document whose message ended in the dead-letter queue, as JSON. */
  public String poisoned() {
    return write(
        failure(
            "poisoned",
            "Its message was received many times, but no worker lived to finish the work.",
            true));
  }

  /**
   * Whether a service the worker needs is away or overloaded, so that the document should come back
   * later. A refusal, such as a missing object or a wrong key, is none.
   */
  public boolean isServiceAway(Throwable exception) {
    return causes(exception).noneMatch(Failures::isOfModel)
        && causes(exception).anyMatch(Failures::isAway);
  }

  /** Whether an edit replaced a route around the document, which can go on with the new one. */
  public boolean isRouteReplaced(Throwable exception) {
    return CaughtByReload.is(exception);
  }

  /** Whether only the log can tell what went wrong, so that it has to tell everything. */
  public boolean isUnexpected(Throwable exception) {
    return of(exception).code().equals(INTERNAL);
  }

  /** The model has patience of its own, also when it is called through the same SDK as S3. */
  private static boolean isOfModel(Throwable cause) {
    return cause instanceof ModelUnavailableException || cause instanceof LangChain4jException;
  }

  private static boolean isAway(Throwable cause) {
    if (cause instanceof SdkServiceException answer) {
      return answer.statusCode() >= 500 || answer.isThrottlingException();
    }
    return cause instanceof SdkClientException
        || cause instanceof OriginalUnavailableException
        || cause instanceof WorkFileException
        || cause instanceof RejectedExecutionException
        || isDiskFull(cause)
        || cause instanceof DataAccessResourceFailureException
        || cause instanceof TransientDataAccessException
        || cause instanceof RecoverableDataAccessException;
  }

  /** Libraries write files too; all there is to go by is what the operating system says. */
  private static boolean isDiskFull(Throwable cause) {
    String message = cause instanceof IOException ? String.valueOf(cause.getMessage()) : "";
    return message.contains("No space") || message.contains("quota exceeded");
  }

  private static Stream<Throwable> causes(Throwable exception) {
    return Stream.iterate(exception, Objects::nonNull, Throwable::getCause).limit(DEEPEST_CAUSE);
  }

  /** The first cause that is known decides. */
  Failure of(Throwable exception) {
    return causes(exception)
        .map(Failures::known)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(
            () ->
                failure(
                    INTERNAL, "The worker's log has the reason. Another attempt may help.", true));
  }

  private static Failure known(Throwable cause) {
    if (cause instanceof ExtractionException extraction) {
      return failure(extraction.code(), extraction.getMessage(), false);
    }
    if (cause instanceof PredicateValidationException) {
      return failure(
          INTERNAL,
          "It did not pass a check that was put into the routes; the worker's log names it.",
          true);
    }
    if (cause instanceof PoisonedException) {
      return failure("poisoned", cause.getMessage(), true);
    }
    if (cause instanceof ModelUnavailableException model) {
      return failure(
          model.code(), model.getMessage() + ". What is done is kept; retry later.", true);
    }
    if (cause instanceof TikaException || cause instanceof ZeroByteFileException) {
      return ofTika(cause);
    }
    if (cause instanceof LangChain4jException) {
      return ofModel(cause);
    }
    return cause instanceof SdkException || cause instanceof OriginalUnavailableException
        ? failure(
            "storage-unavailable", "The storage did not give the original back. Retry later.", true)
        : null;
  }

  private static Failure ofTika(Throwable cause) {
    if (cause instanceof EncryptedDocumentException) {
      return failure("encrypted", "Remove the password and send the document again.", false);
    }
    if (WriteLimitReachedException.isWriteLimitReached(cause)) {
      return failure("too-complex", "It has more text than is accepted.", false);
    }
    if (causes(cause).anyMatch(Failures::isZipBomb)) {
      return failure(
          "too-complex", "It unpacks to far more than its size, or is nested too deeply.", false);
    }
    return failure(
        "corrupt", "Open it in the program it comes from, save it anew and send that.", false);
  }

  /** Neither Tika nor POI has a type for it. */
  private static boolean isZipBomb(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return message.startsWith("Suspected zip bomb") || message.startsWith("Zip bomb detected");
  }

  private static Failure ofModel(Throwable cause) {
    if (cause instanceof AuthenticationException) {
      return failure(
          "llm-auth",
          "The operator has to set a valid key for the model's provider; then retry.",
          true);
    }
    if (cause instanceof RateLimitException) {
      return failure("llm-rate-limited", "What is done is kept; retry later.", true);
    }
    return cause instanceof NonRetriableException
        ? failure(
            "llm-refused", "The provider refused: " + ProviderMessage.of(cause.getMessage()), true)
        : failure("llm-unavailable", "What is done is kept; retry later.", true);
  }

  private static Failure failure(String code, String detail, boolean retryable) {
    return new Failure(code, TITLES.get(code), detail, retryable);
  }

  private static String write(Failure failure) {
    try {
      return JSON.writeValueAsString(failure);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record of texts is always JSON", e);
    }
  }
}
