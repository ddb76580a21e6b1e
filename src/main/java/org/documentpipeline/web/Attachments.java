package org.documentpipeline.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/** The Content-Disposition of files. */
@Component
public class Attachments {

  /**
   * {@code attachment} with the name in both forms of RFC 6266: plain ASCII for old clients, RFC
   * 5987 for the rest.
   *
   * @param name any name; it cannot end the header or add another
   */
  public String attachment(String name) {
    return disposition("attachment", name);
  }

  /**
   * {@code inline} with the name in the same two forms: what a browser shows in place, and keeps
   * under this name when it is told to save it.
   *
   * @param name any name; it cannot end the header or add another
   */
  public String inline(String name) {
    return disposition("inline", name);
  }

  private static String disposition(String type, String name) {
    String safe =
        name == null || name.isBlank() ? "document" : name.replaceAll("[\\p{Cntrl}]", "_");
    String ascii = safe.replaceAll("[^ -~]|[\"\\\\%]", "_");
    String plain = ContentDisposition.builder(type).filename(ascii).build().toString();
    if (ascii.equals(safe)) {
      return plain;
    }
    String encoded =
        ContentDisposition.builder(type).filename(safe, StandardCharsets.UTF_8).build().toString();
    return plain + ";" + encoded.substring(encoded.indexOf("filename*=") - 1);
  }
}
