package dev.tiankong.openai;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.hibernate.Session;

/** What was uploaded, cut into rows, of which one at a time is in memory. */
@ApplicationScoped
class FileParts {

  /** All parts but the last one have exactly this size, so that a missing one is noticed. */
  private static final int SIZE = 1 << 18;

  @PersistenceContext EntityManager entityManager;

  /** In the running transaction. The file's own row is there already. */
  void store(UUID fileId, InputStream content) {
    entityManager.unwrap(Session.class).doWork(connection -> store(connection, fileId, content));
  }

  private static void store(Connection connection, UUID fileId, InputStream content)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into openai_file_part (file_id, number, content) values (?, ?, ?)")) {
      int number = 0;
      for (byte[] part = content.readNBytes(SIZE);
          part.length > 0;
          part = content.readNBytes(SIZE)) {
        insert.setObject(1, fileId);
        insert.setInt(2, number++);
        insert.setBytes(3, part);
        insert.executeUpdate();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not write the file to the database", e);
    }
  }

  /** Reading it fails in the middle if the file is deleted meanwhile. */
  InputStream content(StoredFile file) {
    return new SequenceInputStream(
        new Enumeration<>() {

          private int number;

          @Override
          public boolean hasMoreElements() {
            return (long) number * SIZE < file.bytes();
          }

          @Override
          public InputStream nextElement() {
            if (!hasMoreElements()) {
              throw new NoSuchElementException();
            }
            return new ByteArrayInputStream(part(file.id(), number++));
          }
        });
  }

  private byte[] part(UUID fileId, int number) {
    return (byte[])
        entityManager
            .createNativeQuery(
                "select content from openai_file_part where file_id = :file and number = :number",
                byte[].class)
            .setParameter("file", fileId)
            .setParameter("number", number)
            .getSingleResult();
  }
}
