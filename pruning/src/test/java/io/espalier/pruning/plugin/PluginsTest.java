package io.espalier.pruning.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.pruning.saliency.Saliencies;
import io.espalier.pruning.saliency.Saliency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsTest {
  @TempDir Path directory;

  @Test
  void everySaliencyOfEveryJarIsFoundByFileName() throws Exception {
    plugin("b.jar", "\"lab.second\"");
    plugin("a.jar", "\"lab.first\"");
    Files.writeString(directory.resolve("readme.txt"), "no jar");

    List<Saliency> found = Plugins.in(directory);

    assertThat(PluginJar.names(found)).containsExactly("lab.first", "lab.second");
    assertThat(Saliencies.builtIn().and(found).named("lab.second")).isSameAs(found.get(1));
  }

  @Test
  void thereAreNoneWithoutADirectory() {
    assertThat(Plugins.in(directory.resolve("absent"))).isEmpty();
  }

  @Test
  void aFileThatIsNoJarIsTold() throws Exception {
    Files.writeString(directory.resolve("torn.jar"), "PK");

    refused("torn.jar cannot be loaded", "zip");
  }

  @Test
  void aJarThatNamesNoSaliencyIsTold() throws Exception {
    PluginJar.write(directory.resolve("mute.jar"), "\"lab.mute\"", "");

    refused("mute.jar cannot be loaded", "META-INF/services");
  }

  @Test
  void aClassThatIsNotThereIsTold() throws Exception {
    PluginJar.write(directory.resolve("hollow.jar"), "\"lab.hollow\"", "lab.Absent");

    refused("hollow.jar cannot be loaded", "lab.Absent");
  }

  @Test
  void aSaliencyThatFailsToTellItsNameIsTold() throws Exception {
    plugin("failing.jar", "\"lab\" + 1 / (int) Math.floor(0.5)");

    refused("failing.jar cannot be loaded", "by zero");
  }

  @Test
  void aNameWithoutADotIsRefused() throws Exception {
    plugin("plain.jar", "\"magnitude\"");

    refused("plain.jar calls a saliency 'magnitude', allowed: a name with a dot");
  }

  @Test
  void aNameThatNoCampaignCouldUseIsRefused() throws Exception {
    plugin("hyphen.jar", "\"my-lab.movement\"");

    refused("hyphen.jar calls a saliency 'my-lab.movement', allowed: a name with a dot");
  }

  @Test
  void aNameThatTwoJarsGiveIsRefused() throws Exception {
    plugin("a.jar", "\"lab.same\"");
    plugin("b.jar", "\"lab.same\"");

    refused("b.jar has a saliency 'lab.same', as a.jar has");
  }

  @Test
  void everyProblemIsToldAtOnce() throws Exception {
    plugin("plain.jar", "\"magnitude\"");
    Files.writeString(directory.resolve("torn.jar"), "PK");

    refused("plain.jar", "torn.jar");
  }

  private void plugin(String jar, String name) throws IOException {
    PluginJar.write(directory.resolve(jar), name, "Planted");
  }

  private void refused(String... parts) {
    assertThatThrownBy(() -> Plugins.in(directory))
        .isInstanceOf(PluginsRefused.class)
        .message()
        .contains(parts);
  }
}
