package org.documentpipeline.intake;

import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Ids for the outside and the object keys made from them. Nothing a client sends ever becomes part
 * of a key.
 */
@Component
public class DocumentKeys {

  private static final Pattern CANONICAL =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

  /** A random UUID (version 4). */
  public String newId() {
    return UUID.randomUUID().toString();
  }

  /**
   * The key under which the uploaded bytes are kept.
   *
   * @param id a document's id
   * @throws RefusedException 404 {@code not-found} when it is not a UUID
   */
  public String original(String id) {
    return "documents/" + checked(id) + "/original";
  }

  /**
   * The id in its canonical form, for ids that come from a path.
   *
   * @throws RefusedException 404 {@code not-found} when it is not a UUID: no document can have it
   */
  public String checked(String id) {
    if (id == null || !CANONICAL.matcher(id).matches()) {
      throw new RefusedException(404, "not-found", "There is no such document.");
    }
    return UUID.fromString(id).toString();
  }
}
