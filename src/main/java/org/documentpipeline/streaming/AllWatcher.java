package org.documentpipeline.streaming;

import org.documentpipeline.progress.Event;

/**
 * Watches all documents, live only: what it misses it reads over HTTP, so a full socket is closed
 * at once.
 */
final class AllWatcher extends Watcher {

  AllWatcher(String key, Socket socket) {
    super(key, socket);
  }

  @Override
  synchronized boolean hear(Event event) {
    if (!ended()) {
      if (isFull()) {
        end(CloseCode.TOO_SLOW);
      } else {
        send(event.text());
      }
    }
    return false;
  }
}
