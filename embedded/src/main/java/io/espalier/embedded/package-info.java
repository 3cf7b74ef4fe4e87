/**
 * A real Kafka broker and a real PostgreSQL that need no installation.
 *
 * <p>Both keep their data in a directory they are given, listen on loopback only and are stopped by
 * closing them. Imports Kafka's server and zonky's PostgreSQL binaries; knows nothing of Espalier's
 * events and must not import Quarkus or any other module of ours.
 */
package io.espalier.embedded;
