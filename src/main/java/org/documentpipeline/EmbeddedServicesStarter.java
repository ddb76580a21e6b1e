package org.documentpipeline;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.documentpipeline.embedded.EmbeddedService;
import org.documentpipeline.embedded.EmbeddedServices;
import org.documentpipeline.embedded.EmbeddedSettings;
import org.documentpipeline.summarizing.ModelConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the embedded services once the settings are known, those of the model are right, and
 * before anything needs an address, and adds the addresses to the settings. In the role {@code
 * services} it prints them instead and stays.
 */
class EmbeddedServicesStarter
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedServicesStarter.class);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  private final PipelineHome home;
  private final PrintStream out;

  EmbeddedServicesStarter(PipelineHome home, PrintStream out) {
    this.home = home;
    this.out = out;
  }

  /** Once the log goes where the settings say. */
  @Override
  public int getOrder() {
    return LoggingApplicationListener.DEFAULT_ORDER + 1;
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    ConfigurableEnvironment environment = event.getEnvironment();
    ServiceChoice choice = ServiceChoice.of(environment);
    log.info("Settings, routes and queries are read from {}", home.description());
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("derived settings", DerivedSettings.of(environment)));
    if (!choice.alone()) {
      ModelConfiguration.check(environment);
    }
    choice
        .outside()
        .forEach((name, address) -> OutsideService.of(name, address).awaitAnswer(ANSWER_LIMIT));
    if (!choice.embedded().isEmpty()) {
      startServices(environment, choice);
    }
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("address of Redis", DerivedSettings.ofRedis(environment)));
  }

  private void startServices(ConfigurableEnvironment environment, ServiceChoice choice) {
    EmbeddedServices services = EmbeddedServices.start(settings(environment, choice));
    SpringApplication.getShutdownHandlers().add(services::close);
    if (choice.alone()) {
      ServiceAddresses.print(services.environment(), out);
      stay();
    }
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "embedded services", ServiceAddresses.properties(services.environment())));
  }

  private static EmbeddedSettings settings(Environment environment, ServiceChoice choice) {
    String dataDir = ServiceChoice.text(environment, "pipeline.data-dir");
    Map<EmbeddedService, Integer> ports = new EnumMap<>(EmbeddedService.class);
    for (EmbeddedService service : EmbeddedService.values()) {
      ports.put(service, port(environment, service));
    }
    return new EmbeddedSettings(
        Path.of(dataDir.isEmpty() ? ".data" : dataDir), choice.embedded(), ports);
  }

  private static int port(Environment environment, EmbeddedService service) {
    String name =
        service
            .portSetting()
            .toLowerCase(java.util.Locale.ROOT)
            .replaceFirst("_", ".")
            .replace('_', '-');
    String value = ServiceChoice.text(environment, name);
    try {
      return value.isEmpty() ? 0 : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new StartupException("%s=%s is not a port.".formatted(service.portSetting(), value), e);
    }
  }

  /** Until a signal ends the JVM, whose shutdown hook then stops the services. */
  private static void stay() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
