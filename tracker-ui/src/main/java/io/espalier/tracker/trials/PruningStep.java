package io.espalier.tracker.trials;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.espalier.events.LayerPruning;
import io.espalier.events.PruningEvent.Pruned;
import io.espalier.plan.ArtifactRef;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;

/**
 * A mask that was computed, with its facts. Accuracies (0..1) and losses are of the test samples
 * unless called otherwise.
 */
@Entity
public class PruningStep extends PanacheEntityBase {
  /** The row of the retraining that this step asks for. */
  @Id @JsonIgnore public String training;

  public String trial;
  public int attempt;
  public String branch;
  public int step;
  public String method;
  public double targetSparsity;
  public double sparsity;
  public long kept;
  public long total;

  @Convert(converter = JsonColumns.OfLayers.class)
  public List<LayerPruning> layers;

  public double accuracyBefore;
  public double accuracyAfterPruning;
  public double lossBefore;
  public double lossAfterPruning;

  /** What a retraining has to reach until the network has recovered. */
  @JsonIgnore public double validationBefore;

  /** Absent: every weight was there. */
  public String maskBeforeSha256;

  public String maskSha256;
  public String inputSha256;

  /** The weights to retrain from. */
  public String startSha256;

  public int retrainEpochs;
  public double seconds;
  public String worker;
  public String machine;
  public String softwareVersion;
  public Instant at;

  @Embedded @JsonIgnore public StepReport report;

  static PruningStep of(Pruned e, Instant time) {
    PruningStep row = new PruningStep();
    row.training = Training.id(e.plan().trial(), e.plan().attempt(), e.at());
    row.trial = e.plan().trial();
    row.attempt = e.plan().attempt();
    row.branch = e.at().branch();
    row.step = e.at().step();
    row.method = e.method().wireName();
    row.targetSparsity = e.targetSparsity();
    row.sparsity = e.sparsity();
    row.kept = e.kept();
    row.total = e.total();
    row.layers = e.layers();
    row.accuracyBefore = e.before().testAccuracy();
    row.accuracyAfterPruning = e.after().testAccuracy();
    row.lossBefore = e.before().testLoss();
    row.lossAfterPruning = e.after().testLoss();
    row.validationBefore = e.before().validationAccuracy();
    row.maskBeforeSha256 = e.maskBefore().map(ArtifactRef::sha256).orElse(null);
    row.maskSha256 = e.mask().sha256();
    row.inputSha256 = e.input().sha256();
    row.startSha256 = e.begin().sha256();
    row.retrainEpochs = e.retrainEpochs();
    row.seconds = e.seconds();
    row.worker = e.provenance().worker();
    row.machine = e.provenance().machine();
    row.softwareVersion = e.provenance().softwareVersion();
    row.at = time;
    row.report = e.report().map(StepReport::of).orElse(null);
    return row;
  }
}
