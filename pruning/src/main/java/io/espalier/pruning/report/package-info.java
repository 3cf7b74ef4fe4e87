/**
 * What a step reports beside its mask: operations, dead units, the structure of the graph. Plain
 * functions of an architecture and a mask; knows neither saliencies nor steps.
 */
package io.espalier.pruning.report;
