/**
 * The commands that talk to a running stack: {@code launch} and {@code status}, and what they share
 * with {@code demo}.
 *
 * <p>{@code view} holds what servers answer, {@code http} asks them, {@code table} and {@code
 * progress} turn answers into lines by pure functions. Only the commands know picocli; nothing here
 * starts a process of the stack.
 */
package io.espalier.launcher.client;
