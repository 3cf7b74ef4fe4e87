/**
 * HTTP to tracker-ui and to the launcher's control API, with time-outs and described failures.
 *
 * <p>Imports {@code java.net.http}, Jackson, the views and {@code io.espalier.campaign}; no command
 * and no rendering.
 */
package io.espalier.launcher.client.http;
