package io.espalier.tracker.trials;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.espalier.events.LayerPruning;
import io.espalier.events.PruningEvent.Pruned;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;

/** A mask that was computed, with its facts. Accuracies are test accuracies, 0..1. */
@Entity
public class PruningStep extends PanacheEntityBase {
  /** The row of the retraining that this step asks for. */
  @Id @JsonIgnore public String training;

  @JsonIgnore public String trial;
  @JsonIgnore public int attempt;
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
  public String maskSha256;
  public String inputSha256;
  public int retrainEpochs;
  public double seconds;
  public String worker;
  public String softwareVersion;
  public Instant at;

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
    row.maskSha256 = e.mask().sha256();
    row.inputSha256 = e.input().sha256();
    row.retrainEpochs = e.retrainEpochs();
    row.seconds = e.seconds();
    row.worker = e.provenance().worker();
    row.softwareVersion = e.provenance().softwareVersion();
    row.at = time;
    return row;
  }
}
