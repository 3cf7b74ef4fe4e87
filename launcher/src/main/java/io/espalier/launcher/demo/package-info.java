/**
 * {@code espalier demo}: dataset, stack, campaign, progress, results in one command.
 *
 * <p>Built from the packages {@code stack} and {@code client}; nothing imports it but the command
 * line's root.
 */
package io.espalier.launcher.demo;
