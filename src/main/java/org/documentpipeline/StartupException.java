package org.documentpipeline;

/**
 * A start that cannot go on for a reason the person at the keyboard can put right. The message is
 * one sentence that names the setting or the folder; it is printed alone on stderr, without a stack
 * trace, and the process ends with 1.
 */
public class StartupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StartupException(String message) {
    super(message);
  }

  public StartupException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Finds the exception of this type that is {@code failure} itself or one of its causes; null when
   * there is none.
   */
  public static StartupException in(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof StartupException found) {
        return found;
      }
    }
    return null;
  }
}
