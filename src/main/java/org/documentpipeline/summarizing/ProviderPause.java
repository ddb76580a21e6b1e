package org.documentpipeline.summarizing;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * How long a provider asked to be left alone, with the answer to the last call of a thread ({@code
 * Retry-After}, RFC 9110, section 10.2.3).
 */
class ProviderPause {
  private final ThreadLocal<Duration> last = new ThreadLocal<>();

  void forget() {
    last.remove();
  }

  /** Takes seconds or an HTTP date; what is neither counts as not said. */
  void note(String retryAfter) {
    String value = retryAfter.strip();
    try {
      Duration asked =
          value.matches("[0-9]{1,9}")
              ? Duration.ofSeconds(Long.parseLong(value))
              : Duration.between(
                  Instant.now(),
                  ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      last.set(asked.isNegative() ? Duration.ZERO : asked);
    } catch (DateTimeException e) {
      last.remove();
    }
  }

  /** What was asked for, once; zero when nothing was. */
  Duration takeLast() {
    Duration asked = last.get();
    last.remove();
    return asked == null ? Duration.ZERO : asked;
  }
}
