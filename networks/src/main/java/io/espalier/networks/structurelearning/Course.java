package io.espalier.networks.structurelearning;

import io.espalier.artifacts.mask.Mask;
import io.espalier.plan.Require;

/**
 * The training in which a structure is learned.
 *
 * @param dense the mask that keeps every weight
 * @param seed source of everything random
 * @param epochs at most
 * @param batches per epoch
 */
public record Course(Mask dense, long seed, int epochs, int batches) {
  public Course {
    Require.present("course.dense", dense);
    Require.atLeast("course.epochs", epochs, 1);
    Require.atLeast("course.batches", batches, 1);
  }
}
