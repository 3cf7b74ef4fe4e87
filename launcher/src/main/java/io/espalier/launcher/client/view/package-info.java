/**
 * What the servers answer, as far as the commands show it: records that mirror the REST API.
 *
 * <p>Imports the JDK and Jackson's annotations only.
 */
package io.espalier.launcher.client.view;
