package io.espalier.tracker.planted;

import jakarta.persistence.EntityManager;

/** Violates: only named packages know the database. */
public final class QueryingPage {
  private final EntityManager entities;

  QueryingPage(EntityManager entities) {
    this.entities = entities;
  }

  boolean open() {
    return entities.isOpen();
  }
}
