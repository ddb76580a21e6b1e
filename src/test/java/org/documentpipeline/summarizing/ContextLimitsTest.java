package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.StandardEnvironment;

class ContextLimitsTest {

  @ParameterizedTest
  @CsvSource({
    "gpt-4.1-mini,1047576",
    "gpt-4o-mini-2024-07-18,128000",
    "chatgpt-4o-latest,128000",
    "gpt-4-turbo,128000",
    "gpt-4-0125-preview,128000",
    "gpt-4,8192",
    "gpt-4-0613,8192",
    "gpt-4-32k,32768",
    "gpt-3.5-turbo,16385",
    "gpt-35-turbo,16385",
    "gpt-5-mini,400000",
    "gpt-5.2-chat-latest,128000",
    "o1-mini,128000",
    "o4-mini,200000",
    "openai/gpt-oss-20b,131072",
    "gpt-oss:20b,131072",
    "claude-haiku-4-5,200000",
    "claude-2.1,200000",
    "claude-2.0,100000",
    "claude-instant-1.2,100000",
    "anthropic.claude-v2,100000",
    "anthropic.claude-v2:1,200000",
    "us.anthropic.claude-sonnet-4-5-20250929-v1:0,200000",
    "gemini-2.5-flash,1048576",
    "models/gemini-1.5-pro-002,2097152",
    "mistral-small-latest,128000",
    "ministral-8b-latest,128000",
    "mistral-small-2501,32768",
    "mistral-small-2503,128000",
    "mistral-small,32768",
    "mistral-small:24b-instruct-2501-q4_K_M,32768",
    "mistral-small3.1,128000",
    "mistralai/Mistral-Small-24B-Instruct-2501,32768",
    "mistralai/Mistral-Small-3.1-24B-Instruct-2503,128000",
    "mistral,32768",
    "mistral:7b,32768",
    "mistral.mistral-large-2402-v1:0,32768",
    "mixtral:8x22b,65536",
    "open-mixtral-8x7b,32768",
    "amazon.nova-lite-v1:0,300000",
    "eu.amazon.nova-micro-v1:0,128000",
    "llama3.2,131072",
    "llama3:8b,8192",
    "meta-llama/Llama-3.1-8B-Instruct,131072",
    "meta.llama3-70b-instruct-v1:0,8192",
    "us.meta.llama3-3-70b-instruct-v1:0,131072",
    "llama2,4096",
    "gemma2:9b,8192",
    "gemma3:1b,32768",
    "gemma3,131072",
    "qwen3:8b,40960",
    "phi4,16384"
  })
  void modelsAreKnown(String model, int tokens) {
    assertThat(ContextLimits.of("openai", model)).isEqualTo(tokens);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "test-model",
        "",
        "my-gpt-4",
        "gemma4",
        "qwen3-coder",
        "phi4-mini",
        "llama4",
        "gpt-40"
      })
  void ofOthersNothingIsGuessed(String model) {
    assertThat(ContextLimits.of("openai", model)).isZero();
  }

  @Test
  void theBuiltinModelHasNoLimit() {
    assertThat(ContextLimits.of("builtin", "extractive")).isEqualTo(ContextLimits.UNLIMITED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"openai", "anthropic", "gemini", "mistral", "bedrock", "ollama", "builtin"})
  void eachProvidersUsualModelIsKnown(String provider) {
    Providers providers = new Providers(new StandardEnvironment(), null, 0, null);
    assertThat(ContextLimits.of(provider, providers.modelName(provider))).isPositive();
  }
}
