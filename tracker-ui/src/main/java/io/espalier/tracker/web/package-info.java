/**
 * What holds for every HTTP request: who may ask, how problems are told, which paths are pages.
 *
 * <p>Must not import the history, the read models or Kafka.
 */
package io.espalier.tracker.web;
