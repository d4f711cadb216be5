package dev.tiankong.batch.query;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what a query asks for, of conditions that each may be left out. */
final class Conditions {

  private final List<String> all = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  void add(String condition) {
    all.add(condition);
  }

  /** Left out if the value is empty. */
  void add(String condition, String parameter, Optional<?> value) {
    if (value.isPresent()) {
      add(condition);
      with(parameter, value);
    }
  }

  /** One more value for a condition. */
  void with(String parameter, Optional<?> value) {
    value.ifPresent(present -> values.put(parameter, present));
  }

  <T> TypedQuery<T> query(
      EntityManager entityManager, String select, String order, Class<T> result) {
    String where = all.isEmpty() ? "" : " where " + String.join(" and ", all);
    TypedQuery<T> query = entityManager.createQuery(select + where + " order by " + order, result);
    values.forEach(query::setParameter);
    return query;
  }
}
