package org.documentpipeline.routing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.documentpipeline.routing.RouteReplacer.Neighbours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Looks twice a second whether a route or query file has changed, and has the change applied once
 * the files are quiet. Asking is the same on every system; the JDK's own watching polls on macOS,
 * and only every ten seconds.
 *
 * <p>It runs once the application is up. As a Spring lifecycle bean it would have Spring start the
 * Camel context before the routes are loaded.
 */
final class RouteWatcher implements ApplicationRunner, ApplicationListener<ContextClosedEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(RouteWatcher.class);
  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final int LONGEST_RELOAD_SECONDS = 60;

  private record Stamp(long modified, long size, Object key) {}

  private final CamelContext context;
  private final RouteFolders folders;
  private final RouteReloader reloader;
  private final Duration interval;
  private Map<String, Stamp> applied;
  private Map<String, Stamp> seen;
  private ScheduledExecutorService executor;

  /** Reads the files as they are now; that is what the context has to start with. */
  RouteWatcher(CamelContext context, RouteFolders folders, Neighbours neighbours)
      throws IOException {
    this(context, folders, neighbours, RouteFileCheck::new, INTERVAL);
  }

  RouteWatcher(
      CamelContext context,
      RouteFolders folders,
      Neighbours neighbours,
      Supplier<RouteFileCheck> check,
      Duration interval)
      throws IOException {
    this.interval = interval;
    this.context = context;
    this.folders = folders;
    this.applied = stamps();
    this.seen = applied;
    this.reloader = new RouteReloader(context, folders, neighbours, check, texts(applied));
  }

  @Override
  public void run(ApplicationArguments arguments) {
    start();
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    stop();
  }

  synchronized void start() {
    LOG.info(
        "Routes come from {} of {}; edits there and in db/queries go live by themselves.",
        String.join(", ", folders.folders()),
        folders.root());
    executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "route-watcher");
              thread.setDaemon(true);
              return thread;
            });
    executor.scheduleWithFixedDelay(
        this::poll, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void poll() {
    try {
      Map<String, Stamp> now = stamps();
      boolean quiet = now.equals(seen);
      seen = now;
      if (quiet && !now.equals(applied) && context.isStarted()) {
        Map<String, String> texts = texts(now);
        applied = now;
        reloader.apply(texts);
      }
    } catch (NoSuchFileException e) {
      LOG.debug("A file went away while it was read; looking again", e);
    } catch (IOException | RuntimeException e) {
      LOG.error("An edit could not be looked at; the routes stay as they are.", e);
    }
  }

  private Map<String, Stamp> stamps() throws IOException {
    Map<String, Stamp> stamps = new LinkedHashMap<>();
    for (String name : folders.names()) {
      stamps.put(name, stamp(folders.path(name)));
    }
    Path queries = folders.path(RouteReloader.QUERIES);
    if (Files.isDirectory(queries)) {
      try (Stream<Path> files = Files.list(queries)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".sql")).sorted().toList()) {
          stamps.put(RouteReloader.QUERIES + file.getFileName(), stamp(file));
        }
      }
    }
    return stamps;
  }

  private static Stamp stamp(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new Stamp(
        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
        attributes.size(),
        attributes.fileKey());
  }

  private Map<String, String> texts(Map<String, Stamp> stamps) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : stamps.keySet()) {
      texts.put(name, new String(Files.readAllBytes(folders.path(name)), StandardCharsets.UTF_8));
    }
    return texts;
  }

  /** Before Camel stops: an edit that is on its way in gets in or out first. */
  synchronized void stop() {
    if (executor == null) {
      return;
    }
    executor.shutdown();
    try {
      executor.awaitTermination(LONGEST_RELOAD_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
