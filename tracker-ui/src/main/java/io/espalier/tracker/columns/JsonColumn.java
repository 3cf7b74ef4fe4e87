package io.espalier.tracker.columns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.espalier.envelope.Json;
import jakarta.persistence.AttributeConverter;

/** A column that holds a part of an event as the same JSON in which the event was told. */
public abstract class JsonColumn<T> implements AttributeConverter<T, String> {
  private final TypeReference<T> type;

  protected JsonColumn(TypeReference<T> type) {
    this.type = type;
  }

  @Override
  public String convertToDatabaseColumn(T value) {
    try {
      return value == null ? null : Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot write " + value, e);
    }
  }

  @Override
  public T convertToEntityAttribute(String column) {
    try {
      return column == null ? null : Json.mapper().readValue(column, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read the column " + column, e);
    }
  }
}
