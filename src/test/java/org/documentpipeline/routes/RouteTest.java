package org.documentpipeline.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.RouteConfigurationsBuilder;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.model.ToDynamicDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.spi.Resource;
import org.apache.camel.spring.spi.ApplicationContextBeanRepository;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.documentpipeline.queueing.LeaseLostException;
import org.documentpipeline.routing.InflightAcrossEdits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * Runs real route files, unchanged, with the application's own beans, the real Camel components and
 * the real query files. Replaced is only what is beyond the process: the database's driver, the
 * clients of SQS, S3 and Redis, the model, and the clock of timers and waits. Routes of files that
 * a test does not load are {@code mock:} endpoints of their name.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RouteTest extends CamelTestSupport {
  static final String ID = "0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9";
  static final int CALLS = 4;
  static final String TOKEN = "11111111-2222-4333-8444-555555555555";

  final Outside outside = Outside.get();
  final FakeDatabase database = outside.database;
  final FakeQueue queue = outside.queue;
  final FakeStorage storage = outside.storage;
  final FakeNews news = outside.news;
  final FakeModel model = outside.model;
  final FastForward clock = new FastForward();

  private final String[] files;
  private final ExecutorService newsPool = Executors.newSingleThreadExecutor();
  private final ExecutorService errandsPool = Executors.newSingleThreadExecutor();
  private final ExecutorService pageRanges = Executors.newFixedThreadPool(2);
  private final ThreadPoolExecutor modelCalls =
      new ThreadPoolExecutor(
          2 * CALLS, 2 * CALLS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());

  /**
   * Names route files below {@code routes}, without their ending. The shared ones are always there.
   */
  RouteTest(String... files) {
    this.files = files;
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    DefaultCamelContext context =
        new DefaultCamelContext(
            new DefaultRegistry(new ApplicationContextBeanRepository(outside.beans)));
    context.disableJMX();
    context.setInflightRepository(new InflightAcrossEdits());
    context.setStreamCaching(
        outside
            .beans
            .getEnvironment()
            .getProperty("camel.main.stream-caching-enabled", Boolean.class, true));
    context.getExecutorServiceManager().setThreadPoolFactory(clock);
    context.getPropertiesComponent().addPropertiesSource(new Settings(outside));
    context.addComponent("timer", new ManualTimer());
    context.getRegistry().bind("news", newsPool);
    context.getRegistry().bind("errands", errandsPool);
    context.getRegistry().bind("modelCalls", modelCalls);
    context.getRegistry().bind("pageRanges", pageRanges);
    outside
        .beans
        .getBeansOfType(InterceptStrategy.class)
        .values()
        .forEach(context.getCamelContextExtension()::addInterceptStrategy);
    // Tests poll queues themselves: see poll().
    context
        .getCamelContextExtension()
        .registerEndpointCallback(
            (uri, endpoint) -> {
              if (endpoint instanceof ScheduledPollEndpoint polled) {
                polled.setStartScheduler(false);
                // An outage that one test tells of must not hold up the next.
                polled.setPollStrategy(new DefaultPollingConsumerPollStrategy());
              }
              return endpoint;
            });
    prepare(context);
    load(context);
    return context;
  }

  /** What else a test needs before its routes are loaded. */
  void prepare(CamelContext context) {}

  private void load(DefaultCamelContext context) throws Exception {
    Set<String> names = new TreeSet<>(Arrays.asList(files));
    Collections.addAll(names, "shared/error-handling", "shared/publish-progress");
    List<Resource> resources = new ArrayList<>();
    for (String name : names) {
      resources.add(
          ResourceHelper.resolveMandatoryResource(context, "file:routes/" + name + ".camel.yaml"));
    }
    Collection<RoutesBuilder> builders =
        PluginHelper.getRoutesLoader(context).findRoutesBuilders(resources);
    // Policies first, as the application does: a route takes only those that are there when it is
    // added.
    for (RoutesBuilder builder : builders) {
      if (builder instanceof RouteConfigurationsBuilder policies) {
        context.addRoutesConfigurations(policies);
      }
    }
    for (RoutesBuilder builder : builders) {
      context.addRoutes(builder);
    }
    Set<String> missing = new TreeSet<>();
    Set<String> there = new TreeSet<>();
    for (RouteDefinition route : context.getRouteDefinitions()) {
      there.add(route.getInput().getEndpointUri());
      for (ProcessorDefinition<?> step :
          ProcessorDefinitionHelper.filterTypeInOutputs(
              route.getOutputs(), ProcessorDefinition.class)) {
        String uri =
            step instanceof ToDefinition to
                ? to.getEndpointUri()
                : step instanceof ToDynamicDefinition dynamic ? dynamic.getUri() : "";
        if (uri.startsWith("direct:")) {
          missing.add(uri);
        }
      }
    }
    missing.removeAll(there);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            missing.forEach(
                uri ->
                    from(uri)
                        .routeId("stand-in-" + uri)
                        .errorHandler(noErrorHandler())
                        .to("mock:" + uri.substring("direct:".length())));
          }
        });
  }

  @BeforeEach
  void forgetEarlierTests() {
    outside.reset();
    outside.template = template;
    clock.reset();
    MockEndpoint.resetMocks(context);
  }

  @AfterEach
  void nothingUnexpectedHappened() throws Exception {
    settle();
    assertThat(database.surprises()).isEmpty();
  }

  @AfterAll
  void stopPools() {
    newsPool.shutdownNow();
    errandsPool.shutdownNow();
    modelCalls.shutdownNow();
    pageRanges.shutdownNow();
  }

  /**
   * Waits until nothing is going on any more: parts of a split that outlive its failure, wire taps,
   * errands.
   */
  void settle() throws Exception {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(
            () ->
                modelCalls.getActiveCount() == 0
                    && modelCalls.getQueue().isEmpty()
                    && context.getInflightRepository().size() == 0);
    errandsPool.submit(() -> {}).get();
    newsPool.submit(() -> {}).get();
  }

  /** What was announced so far, in order. */
  List<String> announced() throws Exception {
    settle();
    return news.messages();
  }

  /** Has a route's consumer look once for a message; comes back when that is dealt with. */
  void poll(String routeId) {
    ((ScheduledPollConsumer) context.getRoute(routeId).getConsumer()).run();
  }

  /** Has the timer of a route fire. */
  Exchange fire(String routeId, Map<String, Object> headers) throws Exception {
    return process(routeId, exchange -> exchange.getMessage().setHeaders(new HashMap<>(headers)));
  }

  private Exchange process(String routeId, Processor prepare) throws Exception {
    var consumer = context.getRoute(routeId).getConsumer();
    Exchange exchange = consumer.getEndpoint().createExchange(ExchangePattern.InOnly);
    prepare.process(exchange);
    consumer.getProcessor().process(exchange);
    return exchange;
  }

  /** Sends an exchange to a route as another route does; errors come back in the exchange. */
  Exchange call(String routeId, Processor prepare) {
    return template.request("direct:" + routeId, prepare);
  }

  /** What the document is said to have failed of, as JSON. */
  String failure(Exchange failed) {
    return template.requestBody("bean:failures?method=json", failed.getException(), String.class);
  }

  /** The error that the worker's policy takes for: stop quietly. */
  static void assertLeaseLost(Exchange done) {
    Throwable cause = done.getException();
    while (cause != null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    assertThat(cause).isInstanceOf(LeaseLostException.class);
  }

  private record Settings(Outside outside) implements PropertiesSource {
    @Override
    public String getName() {
      return "settings";
    }

    @Override
    public String getProperty(String name) {
      return outside.beans.getEnvironment().getProperty(name);
    }
  }
}
