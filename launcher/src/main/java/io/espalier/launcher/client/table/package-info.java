/**
 * Tables for people: cells to aligned lines, results of a campaign to such a table.
 *
 * <p>Pure functions; imports the views and the JDK only.
 */
package io.espalier.launcher.client.table;
