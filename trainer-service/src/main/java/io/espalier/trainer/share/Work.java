package io.espalier.trainer.share;

/** Does what a record asks for. */
@FunctionalInterface
public interface Work {

  /**
   * Works on one record, for however long that takes. An exception hands the record back.
   *
   * @return what becomes of the record
   */
  Verdict on(Delivery delivery);
}
