package io.espalier.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.benchmarks.harness.Benchmark;
import io.espalier.benchmarks.harness.Effort;
import io.espalier.benchmarks.harness.Goal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static final List<Benchmark> CATALOGUE =
      Stream.of("mlp-small", "mlp-large", "peak")
          .map(name -> new Benchmark(name, "1", Goal.none(), () -> () -> 1))
          .toList();

  private static List<String> chosen(String... arguments) throws Arguments.Refused {
    return Arguments.parse(List.of(arguments), CATALOGUE).chosen().stream()
        .map(Benchmark::name)
        .toList();
  }

  @Test
  void withoutANameAllAreChosen() throws Arguments.Refused {
    assertThat(chosen()).containsExactly("mlp-small", "mlp-large", "peak");
    assertThat(Arguments.parse(List.of(), CATALOGUE).effort()).isEqualTo(Effort.FULL);
  }

  @Test
  void namesAndFiltersAddUpInTheOrderOfTheCatalogue() throws Arguments.Refused {
    assertThat(chosen("peak", "mlp-large")).containsExactly("mlp-large", "peak");
    assertThat(chosen("--filter=mlp")).containsExactly("mlp-small", "mlp-large");
    assertThat(chosen("--filter=small", "peak")).containsExactly("mlp-small", "peak");
  }

  @Test
  void optionsAreRead() throws Arguments.Refused {
    Arguments arguments =
        Arguments.parse(List.of("--quick", "--list", "--json=a/b.json"), CATALOGUE);

    assertThat(arguments.effort()).isEqualTo(Effort.QUICK);
    assertThat(arguments.list()).isTrue();
    assertThat(arguments.json().orElseThrow().path()).isEqualTo(Path.of("a/b.json"));
  }

  @Test
  void unknownNamesAreRefusedListingTheKnown() {
    assertThatThrownBy(() -> chosen("peak", "speed"))
        .isInstanceOf(Arguments.Refused.class)
        .hasMessageContaining("no benchmark speed")
        .hasMessageContaining("mlp-large");
    assertThatThrownBy(() -> chosen("--filter=xyz"))
        .isInstanceOf(Arguments.Refused.class)
        .hasMessageContaining("contains xyz")
        .hasMessageContaining("mlp-large");
  }
}
