/**
 * Which of many scored elements are the lowest: exact counts, and a rule for equals. Plain
 * functions over arrays, used wherever weights compete; imports nothing of ours.
 */
package io.espalier.networks.ranking;
