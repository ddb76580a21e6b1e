package org.documentpipeline.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the servers share: where they write, and their secrets.
 *
 * @param folder the locked data folder
 * @param secrets the passwords and keys
 */
record Home(DataFolder folder, Secrets secrets) {

  Path programsFolder() {
    return folder.root().resolve("bin");
  }

  Programs programs() {
    return new Programs(programsFolder());
  }

  Path pidFile(String name) throws IOException {
    return folder.folder("run").resolve(name + ".pid");
  }

  Program program(String name, List<String> command, String stopSignal, String forceSignal)
      throws IOException {
    Path log = folder.folder("logs").resolve(name + ".log");
    return new Program(name, command, stopSignal, forceSignal, log, pidFile(name));
  }
}
