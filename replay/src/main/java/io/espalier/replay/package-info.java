/**
 * Computes pruning steps and trainings again from what a verified history names, with the very
 * classes that the services use, and compares. Writes no file.
 */
package io.espalier.replay;
