/** Recomputes pruning steps and trainings and compares them with what was told. */
package io.espalier.replay;
