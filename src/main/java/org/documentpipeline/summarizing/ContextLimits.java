package org.documentpipeline.summarizing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How many tokens models take in one call, question and answer together, as their makers say. */
final class ContextLimits {

  static final int UNLIMITED = Integer.MAX_VALUE;

  private record Family(Pattern name, int tokens) {}

  /** The first that fits counts, so that what is special stands before its family. */
  private static final List<Family> FAMILIES =
      List.of(
          family("gpt-4\\.1", 1_047_576),
          family("gpt-5(\\.\\d+)?-chat|gpt-4-(vision|0125|1106)|o1-(mini|preview)", 128_000),
          family("gpt-5", 400_000),
          family("(chat)?gpt-4o|gpt-4-turbo|gpt-4\\.5", 128_000),
          family("o1|o3|o4-mini", 200_000),
          family("gpt-4-32k", 32_768),
          family("gpt-4(?!\\d)", 8_192),
          family("gpt-3\\.?5-turbo-instruct", 4_096),
          family("gpt-3\\.?5", 16_385),
          family("gpt-oss", 131_072),
          family("claude-(instant|v?2(\\.0)?(?![.\\d]|:1))", 100_000),
          family("claude", 200_000),
          family("gemini-1\\.5-pro", 2_097_152),
          family("gemini-(1\\.5|2|3)", 1_048_576),
          family("nova-micro", 128_000),
          family("nova-(lite|pro)", 300_000),
          family("nova-(premier|2)", 1_000_000),
          family("titan-text-lite", 4_096),
          family("titan-text-express", 8_192),
          family("titan-text-premier", 32_000),
          family("(open-)?mixtral[:-]8x22b", 65_536),
          family("mistral-(small-2402|medium-2312|large-2402|tiny|7b)|mistral(:|$)", 32_768),
          family("(open-)?mixtral|open-mistral-7b", 32_768),
          family("mistral-small(:|$|-24b|-(instruct-)?(2409|2501))", 32_768),
          family("(mi|mini)stral-(small|medium|large|nemo|3b|8b)|open-mistral-nemo", 128_000),
          family("llama-?3[.-][123]", 131_072),
          family("llama-?3", 8_192),
          family("llama-?2", 4_096),
          family("gemma-?3(n|[:-](270m|1b))", 32_768),
          family("gemma-?3", 131_072),
          family("gemma-?2|gemma(:|-\\d+b|$)", 8_192),
          family("qwen2\\.5", 32_768),
          family("qwen3(:|-\\d+b|$)", 40_960),
          family("phi-?4(?!-mini)", 16_384),
          family("tinyllama", 2_048));

  private ContextLimits() {}

  /** The limit in tokens; {@link #UNLIMITED} for the model without one, 0 where it is unknown. */
  static int of(String provider, String model) {
    if ("builtin".equals(provider)) {
      return UNLIMITED;
    }
    String name = model.toLowerCase(Locale.ROOT);
    return FAMILIES.stream()
        .filter(family -> family.name().matcher(name).find())
        .mapToInt(Family::tokens)
        .findFirst()
        .orElse(0);
  }

  /** A name may stand behind a path or, with Bedrock, behind a region and a maker. */
  private static Family family(String name, int tokens) {
    return new Family(Pattern.compile("(?:^|[./])(?:" + name + ")"), tokens);
  }
}
