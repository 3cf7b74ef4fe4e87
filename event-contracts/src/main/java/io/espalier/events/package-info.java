/**
 * The events: one sealed interface per topic, its variants nested in it.
 *
 * <p>Each variant carries an explicit {@link io.espalier.events.WireName}, which never changes once
 * written. Imports {@code io.espalier.plan}, {@code io.espalier.campaign}, Jackson's annotations
 * and the JDK only.
 */
package io.espalier.events;
