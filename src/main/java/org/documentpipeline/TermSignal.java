package org.documentpipeline;

import java.lang.reflect.Proxy;
import org.slf4j.LoggerFactory;

/**
 * Makes SIGTERM an end like any other: the same shutdown hooks run, but the exit code is 0 and not
 * 143, which says that the process was cut off.
 */
final class TermSignal {

  private TermSignal() {}

  /**
   * Has no effect on a JVM that leaves signals alone ({@code -Xrs}) or has no such class. By
   * reflection, because the compiler warns of the class, and warnings are errors here.
   */
  static void exitsNormally() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object exit =
          Proxy.newProxyInstance(
              TermSignal.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  System.exit(0);
                }
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("TERM"), exit);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      LoggerFactory.getLogger(TermSignal.class).debug("SIGTERM is left to the JVM", e);
    }
  }
}
