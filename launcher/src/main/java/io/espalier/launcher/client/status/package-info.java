/**
 * {@code espalier status}: asks the launcher and tracker-ui, and shows the answers as text or JSON.
 *
 * <p>{@code StatusText} is pure; only the command asks servers.
 */
package io.espalier.launcher.client.status;
