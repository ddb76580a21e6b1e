package org.documentpipeline.intake;

import org.springframework.stereotype.Component;

/** The {@code Idempotency-Key} header. */
@Component
class IdempotencyKeys {
  private static final int LONGEST = 255;

  /**
   * The key, or an empty text when there is none.
   *
   * @throws RefusedException 400 {@code bad-request} when it is blank, longer than 255 characters
   *     or not printable ASCII
   */
  public String check(String key) {
    if (key == null) {
      return "";
    }
    if (key.isBlank()
        || key.length() > LONGEST
        || !key.chars().allMatch(c -> c >= ' ' && c < 127)) {
      throw RefusedException.badRequest(
          "The Idempotency-Key must have 1 to 255 printable ASCII characters.");
    }
    return key;
  }
}
