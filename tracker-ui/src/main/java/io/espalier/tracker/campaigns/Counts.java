package io.espalier.tracker.campaigns;

/**
 * Trainings of the trials' latest attempts by state; those that wait or turned out not to be needed
 * are in none of them.
 */
public record Counts(long queued, long training, long trained, long failed, long cancelled) {}
