/**
 * The control API of a running stack on loopback, guarded by a token, and the calls that the
 * commands make to it.
 */
package io.espalier.launcher.control;
