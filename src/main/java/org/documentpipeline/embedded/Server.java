package org.documentpipeline.embedded;

import java.util.Map;

/** A running service. */
interface Server extends AutoCloseable {

  /** Gives the environment variables with which a client finds this service. */
  Map<String, String> environment();

  @Override
  void close();
}
