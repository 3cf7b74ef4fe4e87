/**
 * What a pruning step does. Here is only what all packages below share: why a step is refused.
 *
 * <p>{@code units} knows where a hidden unit's weights lie, {@code saliency} ranks weights, {@code
 * selection} decides which of them go, {@code schedule} which step comes next, {@code step} does
 * it. None depends on one that is named after it. {@code evidence} is what saliencies look at,
 * {@code plugin} loads those of others, {@code report} tells what a step means for the network.
 */
package io.espalier.pruning;
