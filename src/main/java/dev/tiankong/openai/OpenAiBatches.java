package dev.tiankong.openai;

import dev.tiankong.batch.Batch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The batches that came in by {@code /v1/batches}, for reading. */
@ApplicationScoped
class OpenAiBatches {

  /** Of the batch that is o. */
  private static final String OPEN_PARTS =
      """
      select 1 from openai_batch_part p join batch b on b.id = p.batch_id
      where p.openai_batch_id = o.id and b.finished_at is null
      """;

  private static final String TOTAL =
      """
      select coalesce(sum(b.total), 0) from openai_batch_part p join batch b on b.id = p.batch_id
      where p.openai_batch_id = o.id
      """;

  @PersistenceContext EntityManager entityManager;

  Optional<OpenAiBatch> find(UUID id) {
    return Optional.ofNullable(entityManager.find(OpenAiBatch.class, id));
  }

  /**
   * A page of them, newest first.
   *
   * @param owner whose; empty for everybody's
   * @param after the batch that the page before ended with
   */
  List<OpenAiBatch> list(Optional<String> owner, Optional<OpenAiBatch> after, int limit) {
    TypedQuery<OpenAiBatch> query =
        entityManager
            .createQuery(
                """
                select b from OpenAiBatch b
                where (:all = true or b.owner = :owner)
                %s
                order by b.createdAt desc, b.id desc
                """
                    .formatted(
                        after.isEmpty()
                            ? ""
                            : "and (b.createdAt < :createdAt or b.createdAt = :createdAt and b.id < :id)"),
                OpenAiBatch.class)
            .setParameter("all", owner.isEmpty())
            .setParameter("owner", owner.orElse(""));
    after.ifPresent(
        last -> query.setParameter("createdAt", last.createdAt()).setParameter("id", last.id()));
    return query.setMaxResults(limit).getResultList();
  }

  /** The batches of ours that do its work, in the order in which their options came first. */
  List<Batch> parts(OpenAiBatch batch) {
    return parts(List.of(batch)).getOrDefault(batch.id(), List.of());
  }

  /** The same for each of several; nothing for those without. */
  Map<UUID, List<Batch>> parts(List<OpenAiBatch> batches) {
    return entityManager
        .createQuery(
            """
            select p.wholeId, b from BatchPart p join Batch b on b.id = p.batchId
            where p.wholeId in :ids
            order by p.number
            """,
            Object[].class)
        .setParameter("ids", batches.stream().map(OpenAiBatch::id).toList())
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> (UUID) row[0],
                Collectors.mapping(row -> (Batch) row[1], Collectors.toList())));
  }

  /** The ids of its parts, in the same order. */
  List<UUID> partIds(UUID id) {
    return entityManager
        .createQuery(
            "select p.batchId from BatchPart p where p.wholeId = :id order by p.number", UUID.class)
        .setParameter("id", id)
        .getResultList();
  }

  /** Those whose file nobody has read yet, the oldest first; so for all of these. */
  List<UUID> unread(BatchSize size) {
    // A file that was deleted is soon read.
    String bytes = "coalesce((select bytes from openai_file where id = o.input_file_id), 0)";
    return ids("state = 'VALIDATING' and " + size.ofFile(bytes));
  }

  /** Those that should have been done by now, by the database's clock. */
  List<UUID> overdue() {
    return ids("state = 'IN_PROGRESS' and expires_at < now()");
  }

  /** Those that are stopped but still have work open: somebody was interrupted at stopping it. */
  List<UUID> halfStopped() {
    return ids(
        """
        (state = 'CANCELLING' or state = 'FINALIZING' and expired_at is not null)
        and exists (%s)
        """
            .formatted(OPEN_PARTS));
  }

  /** Those that have nothing open any more, but are not final. */
  List<UUID> settled(BatchSize size) {
    return ids(
        """
        state in ('IN_PROGRESS', 'FINALIZING', 'CANCELLING') and not exists (%s) and %s
        """
            .formatted(OPEN_PARTS, size.ofTotal("(%s)".formatted(TOTAL))));
  }

  private List<UUID> ids(String condition) {
    return entityManager
        .createNativeQuery(
            "select id from openai_batch o where %s order by created_at limit 100"
                .formatted(condition),
            UUID.class)
        .getResultList();
  }
}
