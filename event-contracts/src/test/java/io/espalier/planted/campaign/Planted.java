package io.espalier.planted.campaign;

import org.assertj.core.api.Assert;

/** Breaks the boundary of its package on purpose. */
interface Planted {
  /** A type that does not belong here. */
  Assert<?, ?> foreign();
}
