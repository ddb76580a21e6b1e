package org.documentpipeline.summarizing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prompt files, read again at each use: that costs far less than the model call it is for, and is
 * always right.
 */
final class PromptFiles {

  private static final Logger LOG = LoggerFactory.getLogger(PromptFiles.class);
  private static final String FOLDER = "routes/prompts/";

  /** A prompt and the name of its text. */
  record Versioned(PromptFile file, String version) {}

  private final String home;
  private final Map<String, Versioned> good = new ConcurrentHashMap<>();
  private final Map<String, String> lastProblem = new ConcurrentHashMap<>();

  PromptFiles(String home, List<String> names) {
    this.home = home;
    for (String name : names) {
      try {
        good.put(name, parse(read(name)));
      } catch (IOException | IllegalArgumentException e) {
        throw new IllegalStateException(
            "The prompt " + home + FOLDER + name + ".md cannot be used: " + say(e), e);
      }
    }
  }

  Versioned get(String name) {
    Versioned last = good.get(name);
    if (last == null) {
      throw new IllegalArgumentException("there is no prompt named " + name);
    }
    try {
      byte[] content = read(name);
      if (!last.version().equals(version(content))) {
        last = parse(content);
        good.put(name, last);
        LOG.info("The prompt {} has changed; its version is {} now.", name, last.version());
      }
      lastProblem.remove(name);
    } catch (IOException | IllegalArgumentException e) {
      if (!say(e).equals(lastProblem.put(name, say(e)))) {
        LOG.warn(
            "The prompt {} cannot be used, so its last good text stays in use: {}", name, say(e));
      }
    }
    return last;
  }

  private byte[] read(String name) throws IOException {
    String path = FOLDER + name + ".md";
    if (home.startsWith("file:")) {
      return Files.readAllBytes(Path.of(home.substring("file:".length()), path));
    }
    try (InputStream resource = PromptFiles.class.getClassLoader().getResourceAsStream(path)) {
      if (resource == null) {
        throw new IOException("it is not there");
      }
      return resource.readAllBytes();
    }
  }

  private static Versioned parse(byte[] content) {
    return new Versioned(
        PromptFile.parse(new String(content, StandardCharsets.UTF_8)), version(content));
  }

  private static String version(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  private static String say(Exception e) {
    return e instanceof IOException && e.getMessage() != null && !e.getMessage().startsWith("it is")
        ? "it cannot be read (" + e.getClass().getSimpleName() + ")"
        : e.getMessage();
  }
}
