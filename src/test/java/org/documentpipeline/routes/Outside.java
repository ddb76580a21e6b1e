package org.documentpipeline.routes;

import dev.langchain4j.model.chat.ChatModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.documentpipeline.summarizing.ModelInfo;
import org.documentpipeline.summarizing.ModelUsage;
import org.documentpipeline.summarizing.ModelWindow;
import org.documentpipeline.summarizing.RunningCalls;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.FileSystemResource;

/**
 * The application's own beans and settings, with everything beyond the process replaced. Made once
 * for all route tests.
 */
final class Outside {
  static final String PROVIDER = "fake";
  static final String MODEL = "fake-1";

  final FakeDatabase database = new FakeDatabase();
  final FakeQueue queue = new FakeQueue();
  final FakeStorage storage = new FakeStorage();
  final FakeNews news = new FakeNews();
  final FakeModel model = new FakeModel();
  final ShortPauses pauses = new ShortPauses();
  final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

  /** Of the context of the test that runs. */
  volatile ProducerTemplate template;

  private static final Map<String, Object> SETTINGS =
      Map.ofEntries(
          // An outage has a test of its own.
          Map.entry("pipeline.llm-outage-after", "1000"),
          Map.entry("pipeline.home", "file:"),
          Map.entry("pipeline.demo", "true"),
          Map.entry("pipeline.queue-name", "documents"),
          Map.entry("pipeline.dead-letter-queue-name", "documents-dead"),
          Map.entry("pipeline.bucket-name", "bucket"),
          Map.entry("pipeline.queue-receives", "20"),
          Map.entry("pipeline.heartbeat", "20000"),
          Map.entry("pipeline.shutdown-grace", "0"),
          Map.entry("pipeline.documents-at-once", "2"),
          Map.entry("pipeline.llm-concurrency", String.valueOf(RouteTest.CALLS)),
          Map.entry("pipeline.chunk-tokens", "100"),
          Map.entry("pipeline.prices", MODEL + "=2/10"),
          Map.entry("server.port", "8080"));

  private static Outside instance;

  static synchronized Outside get() {
    if (instance == null) {
      instance = new Outside();
    }
    return instance;
  }

  private Outside() {
    settings(beans.getEnvironment());
    beans.getBeanFactory().setConversionService(new ApplicationConversionService());
    register("dataSource", FakeDatabase.class, database);
    register("sqsClient", FakeQueue.class, queue);
    register("s3Client", FakeStorage.class, storage);
    register("stringRedisTemplate", FakeNews.class, news);
    register("runningCalls", RunningCalls.class, pauses);
    beans.registerBean(
        "camelTemplate",
        ProducerTemplate.class,
        () -> template,
        bean -> bean.setScope(BeanDefinition.SCOPE_PROTOTYPE));
    beans.registerBean("modelUsage", ModelUsage.class);
    beans.registerBean("modelInfo", ModelInfo.class, PROVIDER, MODEL, null);
    beans.registerBean("modelWindow", ModelWindow.class, 100, 200);
    beans.registerBeanDefinition(
        "chatModel",
        BeanDefinitionBuilder.genericBeanDefinition(
                "org.documentpipeline.summarizing.BoundedChatModel")
            .addConstructorArgValue(model)
            .addConstructorArgValue(RouteTest.CALLS)
            .addConstructorArgReference("modelUsage")
            .addConstructorArgReference("modelCircuit")
            .addConstructorArgReference("runningCalls")
            .getBeanDefinition());
    for (String pure :
        List.of(
            "weighing",
            "intake",
            "extraction",
            "chunking",
            "failures",
            "progress",
            "queueing",
            "web.export")) {
      beans.scan("org.documentpipeline." + pure);
    }
    for (String pure :
        List.of(
            "routing.StoppedTaps",
            "summarizing.Answers",
            "summarizing.CallAccount",
            "summarizing.CallRetries",
            "summarizing.Languages",
            "summarizing.ModelCircuit",
            "summarizing.Parts",
            "summarizing.ProviderPause",
            "summarizing.Prices",
            "summarizing.Prompts",
            "summarizing.Sources",
            "summarizing.SummaryAggregation",
            "summarizing.SummaryTree",
            "web.Problems",
            "web.Attachments",
            "web.Addresses",
            "web.UploadLimits",
            "web.PageSettings",
            "web.SampleDocuments",
            "web.OpenApi")) {
      register(pure);
    }
    beans.refresh();
  }

  private static void settings(ConfigurableEnvironment environment) {
    try {
      environment
          .getPropertySources()
          .addLast(
              new YamlPropertySourceLoader()
                  .load("application.yaml", new FileSystemResource("application.yaml"))
                  .get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    environment.getPropertySources().addFirst(new MapPropertySource("test", SETTINGS));
  }

  private <T> void register(String name, Class<T> type, T bean) {
    beans.registerBean(name, type, () -> bean);
  }

  private void register(String className) {
    try {
      Class<?> type = Class.forName("org.documentpipeline." + className);
      beans.register(type);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The scripted model itself stays outside of the context: routes see it through the one that
   * bounds calls.
   */
  ChatModel model() {
    return beans.getBean("chatModel", ChatModel.class);
  }

  ApplicationContext beans() {
    return beans;
  }

  void reset() {
    database.reset();
    queue.reset();
    storage.reset();
    news.reset();
    model.reset();
    pauses.reset();
  }
}
