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

  /**
   * Tries the settings of the model before anything is started that takes its time. The models for
   * the pipeline are beans.
   *
   * @throws ModelSettingsException when one of them is missing or wrong
   */
  public static void check(Environment settings) {
    Providers plain = unused(settings);
    String provider = provider(plain);
    new Providers(settings, timeout(plain), window(plain, provider).largestCall(), null)
        .model(provider);
  }

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
    Providers providers = unused(settings);
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
   * Throws ModelSettingsException when a chunk, or what is combined in one call, can not fit into
   * the model.
   */
  @Bean
  ModelWindow modelWindow(Environment settings, ModelInfo model) {
    Providers providers = unused(settings);
    if (context(providers, model.provider()) == 0) {
      LOG.info(
          "How many tokens {} takes in one call is not known. Say it with PIPELINE_LLM_CONTEXT, and"
              + " sizes that can not fit are refused at start.",
          model.name());
    }
    return window(providers, model.provider());
  }

  /**
   * Throws ModelSettingsException when the chosen provider cannot be used with the settings there
   * are.
   */
  @Bean
  ChatModel chatModel(
      Environment settings,
      ModelWindow window,
      ModelUsage usage,
      ProviderPause pause,
      ModelCircuit circuit,
      RunningCalls running) {
    Providers plain = unused(settings);
    int concurrency = number(plain, "pipeline.llm-concurrency", 16, 1);
    Providers providers = new Providers(settings, timeout(plain), window.largestCall(), pause);
    return new BoundedChatModel(
        providers.model(provider(providers)), concurrency, usage, circuit, running);
  }

  private static ModelWindow window(Providers providers, String provider) {
    int context = context(providers, provider);
    return ModelWindow.fitting(
        number(providers, "pipeline.chunk-tokens", 2000, 1),
        number(providers, "pipeline.combine-tokens", 0, 0),
        context == 0 ? ContextLimits.UNLIMITED : context,
        providers.modelName(provider));
  }

  /** How many tokens the model takes in one call; 0 when it is not known. */
  private static int context(Providers providers, String provider) {
    int context = number(providers, "pipeline.llm-context", 0, 0);
    return context == 0 ? ContextLimits.of(provider, providers.modelName(provider)) : context;
  }

  private static Duration timeout(Providers providers) {
    return Duration.ofSeconds(number(providers, "pipeline.llm-timeout", 60, 1));
  }

  /** To read settings with; it makes no client. */
  private static Providers unused(Environment settings) {
    return new Providers(settings, Duration.ZERO, 0, null);
  }

  private static int number(Providers providers, String name, int otherwise, int least) {
    String value = providers.setting(name, Integer.toString(otherwise));
    if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < least) {
      throw new ModelSettingsException(
          "%s must be a whole number %s.".formatted(name, least == 0 ? "from 0 on" : "above 0"));
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
