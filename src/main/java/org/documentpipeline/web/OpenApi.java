package org.documentpipeline.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The OpenAPI document, which stands beside the API's routes. */
@Component
class OpenApi {
  private final Resource file;

  OpenApi(@Value("${pipeline.home}routes/api/openapi.yaml") Resource file) {
    this.file = file;
  }

  /** The document as it is now: an edit shows at once. */
  public String document() throws IOException {
    return file.getContentAsString(StandardCharsets.UTF_8);
  }
}
