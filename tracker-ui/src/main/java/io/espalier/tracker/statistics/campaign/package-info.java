/** A campaign's statistics: read from the database row by row, told as JSON and as CSV. */
package io.espalier.tracker.statistics.campaign;
