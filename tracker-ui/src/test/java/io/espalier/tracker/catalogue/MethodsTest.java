package io.espalier.tracker.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.plan.Distribution;
import io.espalier.plan.PruningMethod;
import io.espalier.plan.PruningMethod.Control;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.tracker.catalogue.Methods.Described;
import io.espalier.tracker.catalogue.Methods.Saliency;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MethodsTest {

  @Test
  void everySaliencyOfTheContractsIsDescribed() {
    List<String> named =
        Arrays.stream(Criterion.class.getFields())
            .filter(f -> Modifier.isStatic(f.getModifiers()) && f.getType() == String.class)
            .map(
                f -> {
                  try {
                    return (String) f.get(null);
                  } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                  }
                })
            .toList();
    assertThat(Methods.all().saliencies())
        .extracting(Saliency::name)
        .hasSizeGreaterThan(7)
        .containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void everyDistributionAndControlIsDescribed() {
    assertThat(Methods.all().distributions())
        .extracting(Described::name)
        .containsExactly(
            Arrays.stream(Distribution.values())
                .map(Distribution::wireName)
                .toArray(String[]::new));
    assertThat(Methods.all().controls())
        .extracting(Described::name)
        .containsExactly(
            Arrays.stream(Control.values()).map(Control::wireName).toArray(String[]::new));
  }

  @Test
  void everyCommonMethodIsAMethodAndSaysWhatItIsMadeOf() {
    for (Described method : Methods.all().methods()) {
      assertThat(PruningMethod.named(method.name()).wireName()).isEqualTo(method.name());
      assertThat(method.description()).contains("; ");
    }
  }

  @Test
  void gradientsAndCurvatureNeedDataMagnitudesDoNot() {
    assertThat(Methods.all().saliencies())
        .filteredOn(Saliency::needsData)
        .extracting(Saliency::name)
        .containsExactly(
            Criterion.OPTIMAL_BRAIN_DAMAGE,
            Criterion.OPTIMAL_BRAIN_SURGEON,
            Criterion.SNIP,
            Criterion.TAYLOR,
            Criterion.FISHER);
  }
}
