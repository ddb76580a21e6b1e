package org.documentpipeline.intake;

import java.io.File;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Looks at the bytes of a new document before anything is stored. */
@Component
public class Inspection {

  private final FileNames names;
  private final MediaTypes types;
  private final Fingerprints fingerprints;

  Inspection(FileNames names, MediaTypes types, Fingerprints fingerprints) {
    this.names = names;
    this.types = types;
    this.fingerprints = fingerprints;
  }

  /**
   * Name, type, size and hash of an uploaded file, read as a stream.
   *
   * @param file the uploaded bytes
   * @param name what the client called them; may be null
   * @throws RefusedException 415 {@code unsupported-type} or 422 {@code empty-document}
   */
  public Received file(File file, String name) throws IOException {
    String shown = names.display(name);
    String type = types.detect(file, shown);
    Fingerprints.Digest digest = fingerprints.digest(file);
    return new Received(shown, type, digest.bytes(), digest.sha256());
  }

  /**
   * The same for pasted text, which is text whatever it looks like.
   *
   * @throws RefusedException 415 {@code unsupported-type} when its name claims a binary format
   */
  public Received text(PastedText text) {
    byte[] bytes = text.bytes();
    return new Received(
        text.name(), types.ofText(text.name()), bytes.length, fingerprints.sha256(bytes));
  }
}
