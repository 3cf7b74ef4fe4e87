/**
 * Follows a campaign until it has ended and shows how far it is.
 *
 * <p>{@code ProgressText} turns a state into lines and is pure; the two views decide where the
 * lines go (redrawn in place on a terminal, appended elsewhere); {@code CampaignFollower} asks the
 * server. No picocli here.
 */
package io.espalier.launcher.client.progress;
