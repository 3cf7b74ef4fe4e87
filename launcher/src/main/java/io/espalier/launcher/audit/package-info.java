/**
 * The command {@code audit}: runs the verification and the replay in a process of their own and
 * says what they found.
 */
package io.espalier.launcher.audit;
