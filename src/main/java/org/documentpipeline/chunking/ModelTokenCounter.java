package org.documentpipeline.chunking;

import com.knuddels.jtokkit.api.EncodingType;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Counts with the vocabulary of the model that is set, where there is one offline: cl100k for
 * OpenAI's GPT-3.5 and GPT-4, o200k for what came after them and, as an estimate, for all others.
 */
@Component
class ModelTokenCounter implements TokenCounter {
  private static final Pattern CL100K = Pattern.compile("gpt-3\\.5.*|gpt-4(?:-.*)?");

  private final TokenCounter counter;

  ModelTokenCounter(
      @Value("${llm.provider:builtin}") String provider, @Value("${openai.model:}") String model) {
    boolean older = provider.equals("openai") && CL100K.matcher(model.strip()).matches();
    counter = new O200kTokenCounter(older ? EncodingType.CL100K_BASE : EncodingType.O200K_BASE);
  }

  @Override
  public int count(CharSequence text) {
    return counter.count(text);
  }
}
