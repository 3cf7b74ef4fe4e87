package io.espalier.launcher.client.view;

/** A campaign that was accepted and published. */
public record Launched(String id, int trials, int trainings) {}
