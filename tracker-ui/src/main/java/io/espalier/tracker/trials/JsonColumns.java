package io.espalier.tracker.trials;

import com.fasterxml.jackson.core.type.TypeReference;
import io.espalier.events.LayerPruning;
import io.espalier.events.LayerUnits;
import io.espalier.events.SaliencyHistogram;
import io.espalier.plan.Architecture;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.TrainingOptions;
import io.espalier.tracker.columns.JsonColumn;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Immutable;

/** Columns that hold a part of an event as JSON. */
final class JsonColumns {
  private JsonColumns() {}

  @Converter
  @Immutable
  static class OfNetwork extends JsonColumn<Architecture> {
    OfNetwork() {
      super(new TypeReference<>() {});
    }
  }

  @Converter
  @Immutable
  static class OfTraining extends JsonColumn<TrainingOptions> {
    OfTraining() {
      super(new TypeReference<>() {});
    }
  }

  @Converter
  @Immutable
  static class OfBranches extends JsonColumn<List<BranchPlan>> {
    OfBranches() {
      super(new TypeReference<>() {});
    }
  }

  @Converter
  @Immutable
  static class OfLayers extends JsonColumn<List<LayerPruning>> {
    OfLayers() {
      super(new TypeReference<>() {});
    }
  }

  @Converter
  @Immutable
  static class OfHistogram extends JsonColumn<SaliencyHistogram> {
    OfHistogram() {
      super(new TypeReference<>() {});
    }
  }

  @Converter
  @Immutable
  static class OfUnits extends JsonColumn<List<LayerUnits>> {
    OfUnits() {
      super(new TypeReference<>() {});
    }
  }

  @Converter
  @Immutable
  static class OfFeatures extends JsonColumn<Map<String, Double>> {
    OfFeatures() {
      super(new TypeReference<>() {});
    }
  }
}
