package org.documentpipeline.embedded;

import static org.documentpipeline.embedded.EmbeddedService.POSTGRES;
import static org.documentpipeline.embedded.EmbeddedService.REDIS;
import static org.documentpipeline.embedded.EmbeddedService.S3;
import static org.documentpipeline.embedded.EmbeddedService.SQS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.documentpipeline.StartupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Real PostgreSQL, Redis, SQS and S3 servers that live with this process and keep their data in one
 * folder.
 */
public final class EmbeddedServices implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedServices.class);

  private final DataFolder folder;
  private final Map<EmbeddedService, Server> servers = new TreeMap<>();
  private final Map<String, String> environment = new TreeMap<>();
  private boolean closed;

  private EmbeddedServices(DataFolder folder) {
    this.folder = folder;
  }

  /**
   * Starts the services, in parallel, and returns when each of them answers and has its stored data
   * back.
   *
   * @throws StartupException when the folder is in use, a port is taken, or there are no programs
   *     for this machine
   * @throws IllegalStateException when a service does not start for another reason
   */
  public static EmbeddedServices start(EmbeddedSettings settings) {
    if (settings.starts(POSTGRES) || settings.starts(REDIS)) {
      Platform.current();
    }
    settings.services().forEach(service -> Ports.choose(service, settings.port(service)));
    EmbeddedServices services = new EmbeddedServices(DataFolder.lock(settings.dataDir()));
    try {
      services.startAll(settings);
      return services;
    } catch (IOException | RuntimeException e) {
      services.close();
      StartupException known = StartupException.in(e);
      if (known != null) {
        throw known;
      }
      throw new IllegalStateException("the embedded services did not start: " + e.getMessage(), e);
    }
  }

  private void startAll(EmbeddedSettings settings) throws IOException {
    long begin = System.nanoTime();
    Home home = new Home(folder, Secrets.in(folder.root().resolve("secrets.properties")));
    ExecutorService threads = Executors.newFixedThreadPool(4, EmbeddedServices::thread);
    try {
      List<CompletableFuture<?>> starting = new ArrayList<>();
      CompletableFuture<Server> postgres =
          begin(
              settings,
              POSTGRES,
              threads,
              () -> PostgresServer.start(home, settings.port(POSTGRES)));
      starting.add(postgres);
      starting.add(
          begin(settings, REDIS, threads, () -> RedisServer.start(home, settings.port(REDIS))));
      starting.add(begin(settings, S3, threads, () -> S3Server.start(home, settings.port(S3))));
      starting.add(
          begin(
              settings,
              SQS,
              threads,
              () -> SqsServer.start(() -> queueStore(home, postgres), settings.port(SQS))));
      awaitAll(starting);
    } finally {
      threads.shutdown();
    }
    servers.values().forEach(server -> environment.putAll(server.environment()));
    if (settings.starts(SQS) || settings.starts(S3)) {
      environment.put("AWS_REGION", SqsServer.REGION);
      environment.put("AWS_ACCESS_KEY_ID", home.secrets().accessKey());
      environment.put("AWS_SECRET_ACCESS_KEY", home.secrets().secretKey());
    }
    log.info(
        "Embedded services {} are ready after {} ms, their data is in {}",
        servers.keySet(),
        (System.nanoTime() - begin) / 1_000_000,
        folder.root());
  }

  private static QueueStore queueStore(Home home, CompletableFuture<Server> postgres)
      throws IOException {
    return postgres.join() instanceof PostgresServer running
        ? QueueStore.in(running)
        : QueueStore.in(home.folder().folder("sqs"));
  }

  private CompletableFuture<Server> begin(
      EmbeddedSettings settings,
      EmbeddedService service,
      ExecutorService threads,
      Callable<Server> start) {
    if (!settings.starts(service)) {
      return CompletableFuture.completedFuture(null);
    }
    return CompletableFuture.supplyAsync(() -> started(service, start), threads);
  }

  private Server started(EmbeddedService service, Callable<Server> start) {
    try {
      Server server = start.call();
      synchronized (servers) {
        servers.put(service, server);
      }
      return server;
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  /**
   * Waits for every one of them, also when one has failed, so that nothing starts behind the back
   * of a close.
   */
  private static void awaitAll(List<CompletableFuture<?>> starting) throws IOException {
    try {
      CompletableFuture.allOf(starting.toArray(CompletableFuture<?>[]::new)).join();
    } catch (CompletionException e) {
      Throwable cause = e;
      while (cause instanceof CompletionException && cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw cause instanceof IOException io ? io : new IOException(cause.getMessage(), cause);
    }
  }

  /** Makes a thread that finds the classes inside the jar, whoever starts it. */
  static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "embedded-services");
    thread.setDaemon(true);
    thread.setContextClassLoader(EmbeddedServices.class.getClassLoader());
    return thread;
  }

  /**
   * Gives the environment variables with which this or another process uses the services, as far as
   * they were started: {@code SPRING_DATASOURCE_URL}, {@code _USERNAME}, {@code _PASSWORD}, {@code
   * SPRING_DATA_REDIS_URL}, {@code AWS_ENDPOINT_URL_SQS}, {@code AWS_ENDPOINT_URL_S3}, {@code
   * AWS_REGION}, {@code AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY}.
   */
  public Map<String, String> environment() {
    return new LinkedHashMap<>(environment);
  }

  /**
   * Stops the services, those that others stand on last, and frees the folder. A second call does
   * nothing.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    stop(List.of(S3, SQS));
    stop(List.of(REDIS, POSTGRES));
    folder.close();
  }

  private void stop(List<EmbeddedService> together) {
    List<Thread> stopping =
        together.stream()
            .filter(servers::containsKey)
            .map(each -> thread(() -> stop(servers.get(each))))
            .toList();
    stopping.forEach(Thread::start);
    try {
      for (Thread each : stopping) {
        each.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void stop(Server server) {
    try {
      server.close();
    } catch (RuntimeException e) {
      log.warn("{}", e.getMessage(), e);
    }
  }
}
