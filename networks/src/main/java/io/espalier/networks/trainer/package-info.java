/**
 * Which engine trains which family of networks: the one place that knows them all, and what the
 * services use.
 */
package io.espalier.networks.trainer;
