package org.documentpipeline.product;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands in front of a service on this machine and lets a test take the service away: cut (refused
 * and reset, as when it has crashed), silent (accepted, and never answered, as when its machine is
 * gone), or slow (whatever is sent comes late).
 */
final class TcpProxy implements Closeable {

  /** What becomes of connections. */
  enum Mode {
    OPEN,
    CUT,
    SILENT,
    SLOW
  }

  /** Of all that is sent, in each direction. */
  private static final int DELAY_MILLIS = 200;

  private final ServerSocket server;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Mode mode = Mode.OPEN;

  private TcpProxy(ServerSocket server, int target) {
    this.server = server;
    this.target = target;
  }

  static TcpProxy to(int target) {
    try {
      TcpProxy proxy =
          new TcpProxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target);
      thread("proxy-" + target, proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  /** Takes effect on open connections too; ones that were silent do not come back to life. */
  void set(Mode wanted) {
    Mode before = mode;
    mode = wanted;
    if (wanted == Mode.CUT || before == Mode.SILENT) {
      sockets.forEach(TcpProxy::reset);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        sockets.add(client);
        if (mode == Mode.CUT) {
          reset(client);
        } else {
          thread("proxy-connection", () -> join(client));
        }
      } catch (IOException e) {
        // The server is closed, or there was nobody any more.
      }
    }
  }

  private void join(Socket client) {
    while (mode == Mode.SILENT && !client.isClosed()) {
      Pauses.millis(50);
    }
    try {
      Socket service = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(service);
      thread("proxy-back", () -> copy(service, client));
      copy(client, service);
    } catch (IOException e) {
      reset(client);
    }
  }

  private void copy(Socket from, Socket to) {
    byte[] buffer = new byte[16 * 1024];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        while (mode == Mode.SILENT && !from.isClosed()) {
          Pauses.millis(50);
        }
        if (mode == Mode.SLOW) {
          Pauses.millis(DELAY_MILLIS);
        }
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // Either side has gone.
    } finally {
      reset(from);
      reset(to);
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // It was closed already.
    }
  }

  private static void thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    sockets.forEach(TcpProxy::reset);
  }
}
