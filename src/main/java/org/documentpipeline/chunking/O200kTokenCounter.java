package org.documentpipeline.chunking;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import org.springframework.stereotype.Component;

/**
 * Counts with the o200k vocabulary of the newer OpenAI models; others differ from it by some
 * percent.
 */
@Component
public class O200kTokenCounter implements TokenCounter {

  /** Longer texts are counted in parts, so that one endless word takes linear time. */
  private static final int PART = 2048;

  // Lazy: reading the vocabulary takes a second that a process without the worker role never needs.
  private static final class Vocabulary {
    static final Encoding ENCODING =
        Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
  }

  @Override
  public int count(CharSequence text) {
    int tokens = 0;
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(text.length(), from + PART);
      if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
        to--;
      }
      // "Ordinary", because the plain method refuses texts in which a control token like
      // <|endoftext|> is written out.
      tokens += Vocabulary.ENCODING.countTokensOrdinary(text.subSequence(from, to).toString());
      from = to;
    }
    return tokens;
  }
}
