package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.model.chat.ChatModel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.documentpipeline.StartupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@ExtendWith(OutputCaptureExtension.class)
class ModelConfigurationTest {

  private static final String KEY = "sk-very-secret";

  private final ModelConfiguration configuration = new ModelConfiguration();

  @Test
  void isBuiltinUnlessAProviderIsChosen() {
    assertThat(info()).isEqualTo(new ModelInfo("builtin", "extractive", null));
    assertThat(info("llm.provider", " ", "openai.api-key", " "))
        .isEqualTo(new ModelInfo("builtin", "extractive", null));
    assertThat(model().chat("A sentence of its own.")).contains("A sentence of its own.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai", "anthropic", "gemini", "mistral"})
  void aKeyAloneOnlyTellsHowToUseIt(String provider, CapturedOutput log) {
    ModelInfo info = info(provider + ".api-key", KEY);
    assertThat(info.provider()).isEqualTo("builtin");
    assertThat(info.hint())
        .contains(provider.toUpperCase() + "_API_KEY", "LLM_PROVIDER=" + provider);
    assertThat(log.getAll()).contains(info.hint()).doesNotContain(KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai", "anthropic", "gemini", "mistral", "ollama"})
  void chosenProviderIsUsedWithItsOwnModel(String provider) {
    String[] settings = {
      "llm.provider",
      provider.toUpperCase(),
      provider + ".api-key",
      KEY,
      provider + ".model",
      "mine"
    };
    assertThat(info(settings)).isEqualTo(new ModelInfo(provider, "mine", null));
    assertThat(model(settings)).isInstanceOf(BoundedChatModel.class);
    assertThat(
            info("llm.provider", provider, provider + ".api-key", KEY, provider + ".model", "")
                .name())
        .isNotEqualTo("mine")
        .isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai", "anthropic", "gemini", "mistral"})
  void chosenProviderWithoutItsKeyStopsTheStart(String provider) {
    for (String key : List.of("", "  ")) {
      assertThatThrownBy(() -> model("llm.provider", provider, provider + ".api-key", key))
          .isInstanceOf(ModelSettingsException.class)
          .hasMessageContaining(provider.toUpperCase() + "_API_KEY")
          .message()
          .doesNotContain("\n");
    }
  }

  @Test
  void wrongSettingsAreNamedWithoutRepeatingThem() {
    assertThatThrownBy(() -> model("llm.provider", "skynet"))
        .isInstanceOf(ModelSettingsException.class)
        .hasMessageContaining("LLM_PROVIDER")
        .hasMessageContaining("skynet")
        .hasMessageContaining("openai");
    assertThatThrownBy(
            () -> model("llm.provider", "openai", "openai.api-key", "k", "openai.base-url", KEY))
        .isInstanceOf(ModelSettingsException.class)
        .hasMessageContaining("OPENAI_BASE_URL")
        .message()
        .doesNotContain(KEY);
    assertThatThrownBy(() -> window("pipeline.llm-context", "lots"))
        .isInstanceOf(ModelSettingsException.class)
        .hasMessageContaining("pipeline.llm-context");
    assertThatThrownBy(() -> model("pipeline.llm-concurrency", "0"))
        .isInstanceOf(ModelSettingsException.class)
        .hasMessageContaining("pipeline.llm-concurrency");
  }

  @ParameterizedTest
  @CsvSource({"openai,/v1", "anthropic,/v1", "gemini,/v1beta", "mistral,/v1", "ollama,''"})
  void baseUrlIsHonouredKeyStaysOutOfTheLogAndNothingIsTriedTwice(
      String provider, String path, CapturedOutput log) throws Exception {
    List<String> requests = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestURI().getPath() + " " + exchange.getProtocol());
          byte[] body = "{\"error\":{\"message\":\"down\"}}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(503, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + path;
      ChatModel model =
          model("llm.provider", provider, provider + ".api-key", KEY, provider + ".base-url", url);
      assertThatThrownBy(() -> model.chat("hello")).isInstanceOf(RuntimeException.class);
    } finally {
      server.stop(0);
    }
    assertThat(requests).hasSize(1).first().asString().startsWith(path).endsWith("HTTP/1.1");
    assertThat(log.getAll()).doesNotContain(KEY);
  }

  @Test
  void aChunkThatCanNotFitIsRefused() {
    String[] gpt4 = {"llm.provider", "openai", "openai.model", "gpt-4"};
    assertThatThrownBy(() -> window(gpt4, "pipeline.chunk-tokens", "9000"))
        .isInstanceOf(StartupException.class)
        .hasMessage(
            "PIPELINE_CHUNK_TOKENS is 9000, which takes up to 17596 tokens with instructions and"
                + " answer, but gpt-4 takes 8192: set it to at most 2730, or choose another model"
                + " (PIPELINE_LLM_CONTEXT corrects how many a model takes).");
    assertThatThrownBy(() -> window(gpt4, "pipeline.chunk-tokens", "2731"))
        .isInstanceOf(ModelSettingsException.class);
    assertThatThrownBy(() -> window(gpt4, "pipeline.combine-tokens", "2731"))
        .isInstanceOf(ModelSettingsException.class)
        .hasMessageStartingWith("PIPELINE_COMBINE_TOKENS is 2731");
    assertThat(window(gpt4, "pipeline.chunk-tokens", "2730"))
        .isEqualTo(new ModelWindow(2730, 2730));
    assertThat(window(gpt4, "pipeline.chunk-tokens", "9000", "pipeline.llm-context", "32768"))
        .isEqualTo(new ModelWindow(9000, 8000));
    assertThatThrownBy(() -> window("pipeline.llm-context", "4096"))
        .isInstanceOf(ModelSettingsException.class)
        .hasMessageContaining("choose another model")
        .message()
        .doesNotContain("at most");
    assertThatThrownBy(() -> window("pipeline.llm-context", "4200", "pipeline.chunk-tokens", "50"))
        .isInstanceOf(ModelSettingsException.class)
        .hasMessageContaining("too few to combine");
    assertThatThrownBy(() -> window("pipeline.combine-tokens", "199"))
        .isInstanceOf(ModelSettingsException.class)
        .hasMessageContaining("at least 200");
  }

  @Test
  void sizesOfAModelThatIsNotKnownAreTakenAndToldOf(CapturedOutput log) {
    assertThat(
            window(
                "llm.provider", "openai", "openai.model", "mine", "pipeline.chunk-tokens", "99999"))
        .isEqualTo(new ModelWindow(99_999, 8000));
    assertThat(log.getAll()).contains("mine", "PIPELINE_LLM_CONTEXT");
  }

  @Test
  void theBuiltinModelTakesAnySize(CapturedOutput log) {
    assertThat(window("pipeline.chunk-tokens", "999999999").combineTokens()).isEqualTo(8000);
    assertThat(window("pipeline.chunk-tokens", "999999999").largestCall()).isPositive();
    assertThat(log.getAll()).doesNotContain("PIPELINE_LLM_CONTEXT");
  }

  @Test
  void environmentVariablesAreRead() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                "test",
                java.util.Map.of(
                    "LLM_PROVIDER",
                    "openai",
                    "OPENAI_API_KEY",
                    KEY,
                    "OPENAI_MODEL",
                    "named-here")));
    assertThat(configuration.modelInfo(environment).name()).isEqualTo("named-here");
  }

  private ModelInfo info(String... settings) {
    return configuration.modelInfo(environment(settings));
  }

  private ModelWindow window(String... settings) {
    return configuration.modelWindow(environment(settings), info(settings));
  }

  private ModelWindow window(String[] some, String... more) {
    return window(Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new));
  }

  private ChatModel model(String... settings) {
    return configuration.chatModel(
        environment(settings),
        new ModelWindow(2000, 8000),
        new ModelUsage(),
        new ProviderPause(),
        new ModelCircuit(5, 1),
        new RunningCalls());
  }

  private static StandardEnvironment environment(String... settings) {
    java.util.Map<String, Object> map = new java.util.HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      map.put(settings[i], settings[i + 1]);
    }
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", map));
    return environment;
  }
}
