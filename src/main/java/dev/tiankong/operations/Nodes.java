package dev.tiankong.operations;

import static dev.tiankong.request.JsonLibrary.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.hibernate.query.NativeQuery;

/** What the servers of this database last told of themselves. */
@ApplicationScoped
class Nodes {

  @PersistenceContext EntityManager entityManager;

  /** Keeps what a server says, and forgets those that have said nothing for a day. */
  @Transactional
  void tell(Node node) {
    entityManager
        .createNativeQuery("delete from node where heard_at < now() - interval '1 day'")
        .executeUpdate();
    entityManager
        .createNativeQuery(
            """
            insert into node (name, started_at, heap_used, heap_max, resident, models, workers)
            values (
              :name, :startedAt, :heapUsed, :heapMax, cast(:resident as bigint), :models,
              cast(:workers as jsonb)
            )
            on conflict (name) do update set
              started_at = excluded.started_at,
              heard_at = now(),
              heap_used = excluded.heap_used,
              heap_max = excluded.heap_max,
              resident = excluded.resident,
              models = excluded.models,
              workers = excluded.workers
            """)
        .setParameter("name", node.name())
        .setParameter("startedAt", node.startedAt())
        .setParameter("heapUsed", node.memory().heapUsed())
        .setParameter("heapMax", node.memory().heapMax())
        .setParameter("resident", node.memory().resident())
        .setParameter("models", node.models().toArray(String[]::new))
        .setParameter("workers", node.workers().toString())
        .executeUpdate();
  }

  /** All, by name. One that missed two of its times is not alive. */
  @SuppressWarnings("unchecked")
  List<Node.Heard> all() {
    NativeQuery<Tuple> query =
        entityManager
            .createNativeQuery(
                """
                select
                  name, started_at, heard_at, heap_used, heap_max, resident, models,
                  cast(workers as text) as workers,
                  heard_at > now() - interval '30 seconds' as alive
                from node
                order by name
                """,
                Tuple.class)
            .unwrap(NativeQuery.class);
    List<Tuple> rows =
        query
            .addScalar("name", String.class)
            .addScalar("started_at", Instant.class)
            .addScalar("heard_at", Instant.class)
            .addScalar("heap_used", Long.class)
            .addScalar("heap_max", Long.class)
            .addScalar("resident", Long.class)
            .addScalar("models", String[].class)
            .addScalar("workers", String.class)
            .addScalar("alive", Boolean.class)
            .getResultList();
    return rows.stream().map(Nodes::heard).toList();
  }

  private static Node.Heard heard(Tuple row) {
    Memory memory =
        new Memory(
            row.get("heap_used", Long.class),
            row.get("heap_max", Long.class),
            row.get("resident", Long.class));
    Node node =
        new Node(
            row.get("name", String.class),
            row.get("started_at", Instant.class),
            memory,
            List.of(row.get("models", String[].class)),
            array(row.get("workers", String.class)));
    return new Node.Heard(
        node, row.get("heard_at", Instant.class), row.get("alive", Boolean.class));
  }

  private static JsonArray array(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readArray();
    }
  }
}
