package org.documentpipeline.summarizing;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.bedrock.BedrockChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.mistralai.MistralAiChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.Duration;
import java.util.Locale;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Makes the client of each provider from its settings. A retry is the route's business, so none of
 * them retries.
 */
final class Providers {

  /** Room for the longest summary in any script; only Anthropic insists on a number. */
  private static final int ANTHROPIC_MAX_TOKENS = 4096;

  private final Environment settings;
  private final Duration timeout;
  private final int window;
  private final ProviderPause pause;

  /**
   * {@code window} is the largest prompt in tokens; Ollama would silently cut what is behind its
   * own default.
   */
  Providers(Environment settings, Duration timeout, int window, ProviderPause pause) {
    this.settings = settings;
    this.timeout = timeout;
    this.window = window;
    this.pause = pause;
  }

  /** The name of the model the provider would use. */
  String modelName(String provider) {
    return setting(
        provider + ".model",
        switch (provider) {
          case "openai" -> "gpt-4.1-mini";
          case "anthropic" -> "claude-haiku-4-5";
          case "gemini" -> "gemini-2.5-flash";
          case "mistral" -> "mistral-small-latest";
          case "bedrock" -> "amazon.nova-lite-v1:0";
          case "ollama" -> "llama3.2";
          default -> BuiltinChatModel.NAME;
        });
  }

  /**
   * Throws ModelSettingsException when the provider is unknown, or a setting is missing or wrong.
   */
  ChatModel model(String provider) {
    return switch (provider) {
      case "builtin" -> new BuiltinChatModel();
      case "openai" ->
          OpenAiChatModel.builder()
              .httpClientBuilder(http())
              .apiKey(key(provider))
              .baseUrl(baseUrl(provider, null))
              .modelName(modelName(provider))
              .timeout(timeout)
              .maxRetries(0)
              .build();
      case "anthropic" ->
          AnthropicChatModel.builder()
              .httpClientBuilder(http())
              .apiKey(key(provider))
              .baseUrl(baseUrl(provider, "https://api.anthropic.com/v1/"))
              .modelName(modelName(provider))
              .maxTokens(ANTHROPIC_MAX_TOKENS)
              .timeout(timeout)
              .maxRetries(0)
              .build();
      case "gemini" ->
          GoogleAiGeminiChatModel.builder()
              .httpClientBuilder(http())
              .apiKey(key(provider))
              .baseUrl(baseUrl(provider, null))
              .modelName(modelName(provider))
              .timeout(timeout)
              .maxRetries(0)
              .build();
      case "mistral" ->
          MistralAiChatModel.builder()
              .httpClientBuilder(http())
              .apiKey(key(provider))
              .baseUrl(baseUrl(provider, null))
              .modelName(modelName(provider))
              .timeout(timeout)
              .maxRetries(0)
              .build();
      case "ollama" ->
          OllamaChatModel.builder()
              .httpClientBuilder(http())
              .baseUrl(baseUrl(provider, "http://localhost:11434"))
              .modelName(modelName(provider))
              .numCtx(window)
              .timeout(timeout)
              .maxRetries(0)
              .build();
      case "bedrock" ->
          new BedrockModel(
              BedrockChatModel.builder()
                  .region(region())
                  .modelId(modelName(provider))
                  .timeout(timeout)
                  .maxRetries(0)
                  .build());
      default ->
          throw new ModelSettingsException(
              "LLM_PROVIDER is \""
                  + provider
                  + "\"; it must be one of openai, anthropic, gemini, mistral, bedrock, ollama, builtin.");
    };
  }

  /** The setting, or what to use when it is not there or blank. */
  String setting(String name, String otherwise) {
    String value = settings.getProperty(name);
    return value == null || value.isBlank() ? otherwise : value.strip();
  }

  private String key(String provider) {
    String key = setting(provider + ".api-key", null);
    if (key == null) {
      throw new ModelSettingsException(
          "LLM_PROVIDER is "
              + provider
              + ", but "
              + variable(provider, "API_KEY")
              + " is not set. Set it, or set LLM_PROVIDER=builtin to summarise without a model.");
    }
    return key;
  }

  private String baseUrl(String provider, String otherwise) {
    String url = setting(provider + ".base-url", otherwise);
    if (url != null && !url.matches("(?i)https?://[^\\s/]+.*")) {
      // The value is not repeated: keys have been put in the wrong variable before.
      throw new ModelSettingsException(
          variable(provider, "BASE_URL") + " must begin with http:// or https://.");
    }
    return url;
  }

  private static Region region() {
    try {
      return DefaultAwsRegionProviderChain.builder().build().getRegion();
    } catch (SdkClientException e) {
      throw new ModelSettingsException(
          "LLM_PROVIDER is bedrock, but no AWS region is known. Set AWS_REGION.");
    }
  }

  static String variable(String provider, String name) {
    return provider.toUpperCase(Locale.ROOT) + "_" + name;
  }

  private HttpClientBuilder http() {
    return ProviderHttpClient.builder(pause);
  }
}
