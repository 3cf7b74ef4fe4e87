/** How parts of events are kept in columns; imports the envelope's JSON and JPA only. */
package io.espalier.tracker.columns;
