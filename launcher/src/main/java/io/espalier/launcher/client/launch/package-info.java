/**
 * {@code espalier launch}: a campaign file is read and checked here, sent to the running stack, and
 * followed to its end if wanted. {@code demo} uses the same steps.
 *
 * <p>Nothing here starts a process of the stack.
 */
package io.espalier.launcher.client.launch;
