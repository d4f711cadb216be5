package dev.tiankong.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;

/** What the database answers to SQL. */
@ApplicationScoped
class Rows {

  @PersistenceContext EntityManager entityManager;

  List<Tuple> of(String sql, Map<String, ?> parameters) {
    return query(sql, parameters).getResultList();
  }

  /**
   * @param owner the parameter of that name; null for everybody
   */
  List<Tuple> of(String sql, Map<String, ?> parameters, String owner) {
    return query(sql, parameters).setParameter("owner", owner).getResultList();
  }

  private Query query(String sql, Map<String, ?> parameters) {
    Query query = entityManager.createNativeQuery(sql, Tuple.class);
    parameters.forEach(query::setParameter);
    return query;
  }

  static long number(Tuple row, String column) {
    return row.get(column, Number.class).longValue();
  }
}
