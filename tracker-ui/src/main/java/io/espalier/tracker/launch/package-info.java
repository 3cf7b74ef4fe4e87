/**
 * What people decide: launching, pausing, resuming and stopping campaigns, retrying trials.
 *
 * <p>A decision is published and then read back like any other event; nothing is written to the
 * database here.
 */
package io.espalier.tracker.launch;
