package org.documentpipeline.summarizing;

import org.documentpipeline.StartupException;

/**
 * A model was chosen that cannot be used with the settings there are; the message names the one to
 * change.
 */
public class ModelSettingsException extends StartupException {
  private static final long serialVersionUID = 1L;

  ModelSettingsException(String message) {
    super(message);
  }
}
