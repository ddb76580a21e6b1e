package org.documentpipeline.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI document, which stands beside the API's routes. */
@Component
public class OpenApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Resource file;

  OpenApi(@Value("${pipeline.home}routes/api/openapi.yaml") Resource file) {
    this.file = file;
  }

  /**
   * The document as it is now, as JSON: an edit shows at once, and whoever reads YAML reads JSON
   * too.
   */
  public String document() throws IOException {
    String yaml = file.getContentAsString(StandardCharsets.UTF_8);
    LoaderOptions strict = new LoaderOptions();
    // Or the second of two schemas of one name would silently take the place of the first.
    strict.setAllowDuplicateKeys(false);
    Object document = new Yaml(new SafeConstructor(strict)).load(yaml);
    return JSON.writeValueAsString(document);
  }
}
