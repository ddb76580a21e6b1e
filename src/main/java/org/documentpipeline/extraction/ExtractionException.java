package org.documentpipeline.extraction;

/** A document whose text can not be had, with the code that tells a person why. */
public class ExtractionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  ExtractionException(String code, String detail) {
    this(code, detail, null);
  }

  ExtractionException(String code, String detail, Throwable cause) {
    super(detail, cause);
    this.code = code;
  }

  /**
   * One of {@code encrypted}, {@code no-text}, {@code corrupt}, {@code too-complex}, {@code
   * extraction-timeout}.
   */
  public String code() {
    return code;
  }
}
