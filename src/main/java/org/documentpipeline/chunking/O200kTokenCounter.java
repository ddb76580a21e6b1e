package org.documentpipeline.chunking;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;

/**
 * Counts with the o200k vocabulary of the newer OpenAI models; others differ from it by some
 * percent.
 */
public class O200kTokenCounter implements TokenCounter {

  /** Longer texts are counted in parts, so that one endless word takes linear time. */
  private static final int PART = 2048;

  // Lazy: reading a vocabulary takes a second that a process without the worker role never needs.
  private static final class Vocabularies {
    static final EncodingRegistry ALL = Encodings.newLazyEncodingRegistry();
  }

  private final EncodingType vocabulary;

  /** Counts with o200k. */
  public O200kTokenCounter() {
    this(EncodingType.O200K_BASE);
  }

  O200kTokenCounter(EncodingType vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public int count(CharSequence text) {
    Encoding encoding = Vocabularies.ALL.getEncoding(vocabulary);
    int tokens = 0;
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(text.length(), from + PART);
      if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
        to--;
      }
      // "Ordinary", because the plain method refuses texts in which a control token like
      // <|endoftext|> is written out.
      tokens += encoding.countTokensOrdinary(text.subSequence(from, to).toString());
      from = to;
    }
    return tokens;
  }
}
