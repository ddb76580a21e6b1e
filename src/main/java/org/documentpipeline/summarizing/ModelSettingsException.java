package org.documentpipeline.summarizing;

/**
 * A model was chosen that cannot be used with the settings there are; the message names the one to
 * change.
 */
public class ModelSettingsException extends IllegalStateException {

  ModelSettingsException(String message) {
    super(message);
  }
}
