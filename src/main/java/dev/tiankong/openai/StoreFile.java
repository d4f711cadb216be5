package dev.tiankong.openai;

import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps what somebody uploads, for a while, and up to an amount for each user. */
@ApplicationScoped
class StoreFile {

  @PersistenceContext EntityManager entityManager;
  @Inject FileParts parts;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "tiankong.file.ttl", defaultValue = "P30D")
  Duration ttl;

  @Inject
  @ConfigProperty(name = "tiankong.user.max.file.bytes", defaultValue = "10737418240")
  long quota;

  /**
   * @param wanted how long it is to be kept; the setting's time unless given
   * @throws Refusal if its owner would have too much
   */
  @Transactional
  StoredFile store(
      String owner, String name, long bytes, InputStream content, Optional<Duration> wanted) {
    admit(owner, bytes);
    Instant now = clock.instant();
    StoredFile file = StoredFile.uploaded(owner, name, bytes, now, now.plus(wanted.orElse(ttl)));
    entityManager.persist(file);
    entityManager.flush();
    parts.store(file.id(), content);
    return file;
  }

  private void admit(String owner, long bytes) {
    long kept =
        entityManager
            .createQuery(
                """
                select coalesce(sum(f.bytes), 0) from StoredFile f
                where f.owner = :owner and f.kind = INPUT
                """,
                Long.class)
            .setParameter("owner", owner)
            .getSingleResult();
    if (kept + bytes > quota) {
      throw OpenAiCode.STORAGE_LIMIT_EXCEEDED.about(
          "file",
          Sentence.of(
                  "You have {kept} bytes of files and are uploading {more} more, but can have {most}: delete some.")
              .with("kept", kept)
              .with("more", bytes)
              .with("most", quota));
    }
  }
}
