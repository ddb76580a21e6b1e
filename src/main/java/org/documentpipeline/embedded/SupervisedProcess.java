package org.documentpipeline.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.function.IntPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server program that is started, waited for, and started again on the same port when it ends by
 * itself.
 */
final class SupervisedProcess implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SupervisedProcess.class);
  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final int TRIES = 5;

  private final EmbeddedService service;
  private final int port;
  private final Launch launch;
  private final IntPredicate ready;
  private ChildProcess child;
  private boolean closed;

  private SupervisedProcess(EmbeddedService service, int port, Launch launch, IntPredicate ready) {
    this.service = service;
    this.port = port;
    this.launch = launch;
    this.ready = ready;
  }

  /** Prepares the program for a port. */
  interface Launch {
    Program on(int port) throws IOException;
  }

  /**
   * Starts the program and waits until it is ready, at most 120 s. Another process may take a free
   * port between the choice and the start, and a server that just died may still hold its memory,
   * so it is tried up to five times.
   *
   * @throws IOException when the program does not start; the message has the end of its log
   */
  static SupervisedProcess start(
      EmbeddedService service, int wantedPort, Launch launch, IntPredicate ready)
      throws IOException {
    IOException last = null;
    for (int i = 0; i < TRIES; i++) {
      SupervisedProcess process =
          new SupervisedProcess(service, Ports.choose(service, wantedPort), launch, ready);
      try {
        process.launch();
        return process;
      } catch (IOException e) {
        last = e;
        Pause.briefly();
      }
    }
    throw last;
  }

  private synchronized void launch() throws IOException {
    if (closed) {
      return;
    }
    Program program = launch.on(port);
    ChildProcess started = ChildProcess.start(program);
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!ready.test(port)) {
      if (!started.isAlive() || System.nanoTime() > end) {
        started.stop();
        throw new IOException("%s did not start. %s".formatted(service, LogEnd.of(program.log())));
      }
      Pause.briefly();
    }
    child = started;
    started.onEnd(() -> restart(started));
  }

  private void restart(ChildProcess ended) {
    for (int i = 1; isStillWanted(ended); i++) {
      log.warn("{} ended by itself; starting it again on port {} (try {})", service, port, i);
      try {
        launch();
      } catch (IOException | RuntimeException e) {
        log.error("{} could not be started again: {}", service, e.getMessage());
        Pause.seconds(Math.min(i, 30));
      }
    }
  }

  private synchronized boolean isStillWanted(ChildProcess ended) {
    return !closed && child == ended;
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    ChildProcess last;
    synchronized (this) {
      closed = true;
      last = child;
    }
    if (last != null) {
      last.stop();
    }
  }
}
