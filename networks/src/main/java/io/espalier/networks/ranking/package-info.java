/**
 * Which of many scored elements are the lowest, and how many every layer keeps: exact counts, and a
 * rule for equals. Plain functions over numbers, used wherever weights compete; imports nothing of
 * ours but the checks of records.
 */
package io.espalier.networks.ranking;
