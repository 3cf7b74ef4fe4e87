package io.espalier.pruning.saliency;

/**
 * How much a network is expected to lose with each of its weights: the least salient are cut first.
 *
 * <p>A saliency of your own implements this interface, is named in {@code
 * META-INF/services/io.espalier.pruning.saliency.Saliency} of its jar, and is used under its name
 * in campaign files. It must give the same scores for the same network: whatever it draws, it draws
 * from the trial's seed.
 */
public interface Saliency {

  /** The name in campaign files; a plug-in's has a dot, such as {@code mylab.movement}. */
  String name();

  /**
   * Scores every maskable weight; those that were pruned before are not looked at.
   *
   * @throws SaliencyUnusable if the saliency is not defined for this network; the message says why
   */
  SaliencyScores scores(ScoredNetwork network) throws SaliencyUnusable;
}
