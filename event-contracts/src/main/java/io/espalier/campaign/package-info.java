/**
 * Campaigns: what a researcher asks for, and the reading of campaign files.
 *
 * <p>The same checks serve the CLI, the REST API and the form. Imports {@code io.espalier.plan},
 * Jackson and the JDK.
 */
package io.espalier.campaign;
