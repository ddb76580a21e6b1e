package org.documentpipeline.summarizing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The price table: {@code name=input/output} for each model, between commas, both for a million
 * tokens. There are no prices of our own, for they would soon be wrong.
 */
@Component
class Prices {

  private static final Pattern ENTRY =
      Pattern.compile(
          "(\\S+)\\s*=\\s*(\\d{1,9}(?:\\.\\d{1,9})?)\\s*/\\s*(\\d{1,9}(?:\\.\\d{1,9})?)");

  /**
   * What may follow a name without making it another model: a date, or "latest". A longer name may
   * be a model that costs many times as much.
   */
  private static final Pattern VERSION =
      Pattern.compile("[-@](?:\\d{4}(?:-\\d{2}-\\d{2})?|\\d{6}|\\d{8}|latest)(?:-v\\d+:\\d+)?");

  private final Map<String, Price> byName = new LinkedHashMap<>();
  private final String currency;

  /** Throws ModelSettingsException when the table or the currency cannot be read. */
  Prices(
      @Value("${pipeline.prices:}") String table,
      @Value("${pipeline.currency:USD}") String currency) {
    this.currency = currency.isBlank() ? "USD" : currency.strip();
    if (!this.currency.matches("[A-Z]{3}")) {
      throw new ModelSettingsException(
          "PIPELINE_CURRENCY is \"%s\"; it must be three capital letters, as in USD."
              .formatted(this.currency));
    }
    for (String entry : table.split(",")) {
      if (!entry.isBlank()) {
        add(entry.strip());
      }
    }
  }

  private void add(String entry) {
    Matcher parts = ENTRY.matcher(entry);
    if (!parts.matches()) {
      throw new ModelSettingsException(
          "PIPELINE_PRICES has \""
              + entry
              + "\"; each entry must be model=input/output for a million tokens, as in"
              + " gpt-4.1-mini=0.40/1.60.");
    }
    byName.put(
        parts.group(1).toLowerCase(Locale.ROOT),
        new Price(new BigDecimal(parts.group(2)), new BigDecimal(parts.group(3))));
  }

  /** The price of a model; null when the table does not know it. */
  Price of(String model) {
    String name = model.toLowerCase(Locale.ROOT);
    Price exact = byName.get(name);
    if (exact != null) {
      return exact;
    }
    return byName.entrySet().stream()
        .filter(entry -> name.startsWith(entry.getKey()))
        .filter(entry -> VERSION.matcher(name.substring(entry.getKey().length())).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** Of all prices, as ISO 4217 has it. */
  String currency() {
    return currency;
  }
}
