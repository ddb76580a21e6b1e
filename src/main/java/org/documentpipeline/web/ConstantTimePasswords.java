package org.documentpipeline.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares passwords in constant time. They are not hashed: there is one, it comes from the
 * settings in plain, and Hawtio sends it several times a second.
 */
final class ConstantTimePasswords implements PasswordEncoder {

  @Override
  public String encode(CharSequence raw) {
    return raw.toString();
  }

  @Override
  public boolean matches(CharSequence raw, String expected) {
    return MessageDigest.isEqual(bytes(raw), bytes(expected));
  }

  private static byte[] bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
