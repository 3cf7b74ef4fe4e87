package io.espalier.trainer.running;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What can be set about a worker. */
@ConfigMapping(prefix = "espalier.trainer")
public interface TrainerConfig {

  /** The worker's id, unique among workers; by default host, process id and a random part. */
  Optional<String> name();

  /** Trainings at once; by default one per processor. */
  Optional<Integer> slots();

  /** How long a silent worker keeps its record; renewed at half of it while training. */
  @WithDefault("30s")
  Duration lock();
}
