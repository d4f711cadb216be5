package dev.tiankong.openai;

import dev.tiankong.wording.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The files that there are. */
@ApplicationScoped
class StoredFiles {

  @PersistenceContext EntityManager entityManager;
  @Inject Caller caller;

  /**
   * @throws Refusal if there is none that the caller may see
   */
  StoredFile find(String id) {
    return PublicId.FILE
        .read(id)
        .flatMap(uuid -> Optional.ofNullable(entityManager.find(StoredFile.class, uuid)))
        .filter(file -> caller.maySee(file.owner()))
        .orElseThrow(
            () ->
                OpenAiCode.notFound(
                    "There is no file {found}: it never was, or its time is over.", id));
  }

  /**
   * A page of those that the caller may see.
   *
   * @param after the file that the page before ended with
   * @param newestFirst the oldest unless so
   */
  List<StoredFile> list(
      List<FileKind> kinds, Optional<StoredFile> after, boolean newestFirst, int limit) {
    String beyond = newestFirst ? "<" : ">";
    String direction = newestFirst ? "desc" : "asc";
    TypedQuery<StoredFile> query =
        entityManager
            .createQuery(
                """
                select f from StoredFile f
                where f.kind in :kinds and (:all = true or f.owner = :owner)
                %s
                order by f.createdAt %s, f.id %s
                """
                    .formatted(
                        after.isEmpty()
                            ? ""
                            : "and (f.createdAt %1$s :createdAt or f.createdAt = :createdAt and f.id %1$s :id)"
                                .formatted(beyond),
                        direction,
                        direction),
                StoredFile.class)
            .setParameter("kinds", kinds)
            .setParameter("all", caller.limitedTo().isEmpty())
            .setParameter("owner", caller.limitedTo().orElse(""));
    after.ifPresent(
        file -> query.setParameter("createdAt", file.createdAt()).setParameter("id", file.id()));
    return query.setMaxResults(limit).getResultList();
  }

  /** With its content; the answers that a file of a batch is read from stay. */
  @Transactional
  void delete(UUID id) {
    entityManager
        .createQuery("delete from StoredFile f where f.id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }
}
