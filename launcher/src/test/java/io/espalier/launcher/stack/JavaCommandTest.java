package io.espalier.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaCommandTest {

  @Test
  void networksRunWithTheVectorApiAndReadNoJavaObjects() {
    List<String> command =
        new JavaCommand("-javaagent:guard").jar(Path.of("a.jar"), 64, JavaCommand.networks());

    assertThat(command)
        .contains("--add-modules=jdk.incubator.vector", "-Djdk.serialFilter=!*")
        .endsWith("-jar", "a.jar");
  }
}
