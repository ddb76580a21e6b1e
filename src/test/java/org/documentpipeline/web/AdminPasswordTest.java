package org.documentpipeline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AdminPasswordTest {

  @TempDir private Path folder;

  @Test
  void makesOneOnceAndKeepsItToItself(CapturedOutput output) throws IOException {
    Path data = folder.resolve("new/data");
    String password = AdminPassword.find("", data);
    assertThat(password).hasSize(24);
    assertThat(AdminPassword.find(" ", data)).isEqualTo(password);
    assertThat(AdminPassword.find(null, folder.resolve("other"))).isNotEqualTo(password);
    assertThat(output.getOut().split(password, -1)).as("printed once").hasSize(2);
    Path file = data.resolve("admin-password");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void takesTheOneThatWasSet() throws IOException {
    assertThat(AdminPassword.find("chosen", folder)).isEqualTo("chosen");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void doesNotLetAnEmptyFileMeanAnEmptyPassword() throws IOException {
    Files.writeString(folder.resolve("admin-password"), "\n");
    assertThatThrownBy(() -> AdminPassword.find("", folder))
        .isInstanceOf(IllegalStateException.class);
  }
}
