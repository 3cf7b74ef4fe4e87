/**
 * The broker: settings of clients, the topics at start, publishing, and who is in the trainers'
 * share group. Events come in through {@code history} only.
 */
package io.espalier.tracker.broker;
