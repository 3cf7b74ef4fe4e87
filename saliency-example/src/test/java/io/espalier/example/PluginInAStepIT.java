package io.espalier.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.artifacts.checkpoint.Checkpoint;
import io.espalier.artifacts.checkpoint.FloatTensor;
import io.espalier.artifacts.checkpoint.InitialWeights;
import io.espalier.artifacts.mask.LayerMask;
import io.espalier.artifacts.mask.Mask;
import io.espalier.artifacts.store.ArtifactStore;
import io.espalier.artifacts.store.DirectoryArtifactStore;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.DatasetUnavailable;
import io.espalier.events.Provenance;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.events.Quality;
import io.espalier.plan.Architecture;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.Distribution;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.pruning.Samples;
import io.espalier.pruning.plugin.Plugins;
import io.espalier.pruning.saliency.Saliencies;
import io.espalier.pruning.saliency.Saliency;
import io.espalier.pruning.schedule.FollowUp;
import io.espalier.pruning.step.Evaluation;
import io.espalier.pruning.step.PruningStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example as users install it: a jar in a directory, and not on the class path. */
class PluginInAStepIT {
  private static final BranchPlan BRANCH =
      new BranchPlan(
          "movement",
          new Criterion("example.movement", Distribution.CLASS_BLINDED),
          List.of(0.5),
          1);
  private static final TrialPlan PLAN = Samples.plan("c1.1", 20, 4, BRANCH);

  @TempDir Path plugins;
  @TempDir Path artifacts;

  @BeforeEach
  void install() throws Exception {
    Path jar = Path.of(System.getProperty("plugin.jar"));
    Files.copy(jar, plugins.resolve(jar.getFileName()));
  }

  @Test
  void theSaliencyComesOutOfItsJar() {
    Saliency saliency = Plugins.in(plugins).get(0);

    assertThat(saliency.name()).isEqualTo("example.movement");
    assertThat(saliency.getClass().getProtectionDomain().getCodeSource().getLocation().getPath())
        .startsWith(plugins.toString());
    assertThatThrownBy(() -> Class.forName(saliency.getClass().getName()))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void aStepCutsTheWeightsThatHaveMovedLeast() {
    ArtifactStore store = new DirectoryArtifactStore(artifacts);
    PruningStep step =
        new PruningStep(
            store,
            Saliencies.builtIn().and(Plugins.in(plugins)),
            new SameQuality(),
            new Provenance("w1", "test", "cpu", 1, "test"));

    Pruned pruned =
        (Pruned)
            step.run(
                Samples.trained(
                    PLAN,
                    StepRef.BASE,
                    store.put(everyOtherWeightMoved().toBytes()),
                    Optional.empty(),
                    Samples.QUALITY),
                new FollowUp.Step(new StepRef("movement", 1), BRANCH));

    Mask mask = Mask.fromBytes(store.read(pruned.mask()), PLAN.architecture());
    for (LayerMask layer : mask.layers()) {
      for (int i = 0; i < layer.total(); i++) {
        assertThat(layer.keeps(i)).as("%s[%d]", layer.layer(), i).isEqualTo(i % 2 == 1);
      }
    }
  }

  /** Movement needs no data, and the quality does not matter here. */
  private static final class SameQuality implements Evaluation {
    @Override
    public Quality of(TrialPlan plan, Checkpoint checkpoint) {
      return Samples.QUALITY;
    }

    @Override
    public Dataset dataset(TrialPlan plan) {
      throw new DatasetUnavailable("movement needs no data");
    }
  }

  private static Checkpoint everyOtherWeightMoved() {
    Architecture architecture = PLAN.architecture();
    return new Checkpoint(
        InitialWeights.checkpoint(architecture, PLAN.seed()).tensors().stream()
            .map(PluginInAStepIT::everyOtherMoved)
            .toList());
  }

  private static FloatTensor everyOtherMoved(FloatTensor tensor) {
    float[] values = tensor.values();
    for (int i = 1; i < values.length; i += 2) {
      values[i] += 1;
    }
    return new FloatTensor(tensor.name(), tensor.shape(), values);
  }
}
