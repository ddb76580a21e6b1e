package org.documentpipeline.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the page has to know before it can do anything. */
@Component
public class PageSettings {

  private final Addresses addresses;
  private final UploadLimits limits;
  private final List<String> mediaTypes;
  private final List<String> refusedExtensions;
  private final List<String> lengths;
  private final SampleDocuments samples;

  PageSettings(
      Addresses addresses,
      UploadLimits limits,
      @Value("#{@mediaTypes.supported()}") List<String> mediaTypes,
      @Value("#{@mediaTypes.refusedExtensions()}") List<String> refusedExtensions,
      @Value("#{@optionRules.lengths()}") List<String> lengths,
      SampleDocuments samples) {
    this.addresses = addresses;
    this.limits = limits;
    this.mediaTypes = mediaTypes;
    this.refusedExtensions = refusedExtensions;
    this.lengths = lengths;
    this.samples = samples;
  }

  /**
   * The settings as the contract's object.
   *
   * @param host the Host header of the request: the page gets a WebSocket address on the name it
   *     was opened under
   * @param provider the model's provider
   * @param model the model's name
   * @param hint a sentence on how to get a better model, or null
   */
  public Map<String, Object> describe(String host, String provider, String model, String hint) {
    Map<String, Object> names = new LinkedHashMap<>();
    names.put("provider", provider);
    names.put("name", model);
    if (hint != null && !hint.isBlank()) {
      names.put("hint", hint);
    }
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("webSocketUrl", addresses.webSocketUrl(host));
    settings.put("maxUploadBytes", limits.file());
    settings.put("mediaTypes", mediaTypes);
    settings.put("refusedExtensions", refusedExtensions);
    settings.put("model", names);
    settings.put("lengths", lengths);
    settings.put("samples", samples.offered());
    return settings;
  }
}
