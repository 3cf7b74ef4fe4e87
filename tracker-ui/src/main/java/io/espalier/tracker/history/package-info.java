/**
 * The history: every record of every topic, appended once, with the read models and the offset in
 * one transaction.
 *
 * <p>{@link io.espalier.tracker.history.AllTopicsToHistory} is the way in; the offset stored here,
 * not the one committed to Kafka, says where reading goes on.
 */
package io.espalier.tracker.history;
