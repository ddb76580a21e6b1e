package org.documentpipeline.summarizing;

import dev.langchain4j.model.chat.ChatModel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Chooses the model by {@code llm.provider} and nothing else: a key alone sends nothing anywhere.
 */
@Configuration(proxyBeanMethods = false)
public class ModelConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(ModelConfiguration.class);
  private static final List<String> WITH_KEY = List.of("openai", "anthropic", "gemini", "mistral");

  @Bean
  ModelUsage modelUsage() {
    return new ModelUsage();
  }

  @Bean
  ProviderPause providerPause() {
    return new ProviderPause();
  }

  @Bean
  ModelInfo modelInfo(Environment settings) {
    Providers providers = providers(settings, null);
    String provider = provider(providers);
    ModelInfo info =
        new ModelInfo(provider, providers.modelName(provider), hint(provider, providers));
    LOG.info(
        "Summaries come from {} ({}).{}",
        info.provider(),
        info.name(),
        info.hint() == null ? "" : " " + info.hint());
    return info;
  }

  /**
   * Throws ModelSettingsException when the chosen provider cannot be used with the settings there
   * are.
   */
  @Bean
  ChatModel chatModel(
      Environment settings,
      ModelUsage usage,
      ProviderPause pause,
      ModelCircuit circuit,
      RunningCalls running) {
    Providers providers = providers(settings, pause);
    int concurrency = number(providers, "pipeline.llm-concurrency", 16);
    return new BoundedChatModel(
        providers.model(provider(providers)), concurrency, usage, circuit, running);
  }

  private static Providers providers(Environment settings, ProviderPause pause) {
    Providers plain = new Providers(settings, Duration.ZERO, 0, pause);
    int seconds = number(plain, "pipeline.llm-timeout", 60);
    int largest =
        Math.max(
            number(plain, "pipeline.chunk-tokens", 2000),
            number(plain, "pipeline.combine-tokens", 8000));
    // Instructions and answer come on top, and other vocabularies count up to half as much again.
    return new Providers(settings, Duration.ofSeconds(seconds), largest * 3 / 2 + 4096, pause);
  }

  private static int number(Providers providers, String name, int otherwise) {
    String value = providers.setting(name, Integer.toString(otherwise));
    if (!value.matches("[1-9][0-9]{0,8}")) {
      throw new ModelSettingsException(name + " must be a whole number above 0.");
    }
    return Integer.parseInt(value);
  }

  private static String provider(Providers providers) {
    return providers.setting("llm.provider", "builtin").toLowerCase(Locale.ROOT);
  }

  private static String hint(String provider, Providers providers) {
    if (!"builtin".equals(provider)) {
      return null;
    }
    List<String> unused =
        WITH_KEY.stream()
            .filter(name -> providers.setting(name + ".api-key", null) != null)
            .toList();
    if (unused.isEmpty()) {
      return null;
    }
    String first = unused.get(0);
    return Providers.variable(first, "API_KEY")
        + " is set but not used: set LLM_PROVIDER="
        + first
        + " to summarise with "
        + providers.modelName(first)
        + ".";
  }
}
