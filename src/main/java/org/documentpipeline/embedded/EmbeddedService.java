package org.documentpipeline.embedded;

/** One of the outside services that can run beside the application. */
public enum EmbeddedService {
  POSTGRES("PIPELINE_POSTGRES_PORT"),
  REDIS("PIPELINE_REDIS_PORT"),
  SQS("PIPELINE_SQS_PORT"),
  S3("PIPELINE_S3_PORT");

  private final String portSetting;

  EmbeddedService(String portSetting) {
    this.portSetting = portSetting;
  }

  /** Gives the environment variable that chooses this service's port. */
  public String portSetting() {
    return portSetting;
  }
}
