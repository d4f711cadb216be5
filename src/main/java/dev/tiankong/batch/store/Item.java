package dev.tiankong.batch.store;

import dev.tiankong.batch.ItemId;
import dev.tiankong.batch.SubmittedText;
import dev.tiankong.task.ItemWarning;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One text of a batch, as it was submitted. It never changes; what became of it is its result. */
@Entity
@Table(name = "item")
public class Item {

  /** Takes what {@link #write} writes. */
  static final String COPY =
      """
      copy item (
        batch_id, index, text, same_as, custom_id, input,
        warning_codes, warning_positions, warning_lengths, warning_suggestions
      ) from stdin
      """;

  @EmbeddedId private ItemId id;
  private String text;
  private Integer sameAs;
  private String customId;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(columnDefinition = "json")
  private String input;

  @Embedded private StoredWarnings warnings;

  protected Item() {
    // For JPA.
  }

  /**
   * Writes the row of a text that comes in.
   *
   * @param sameAs index of the first text of the batch that is equal, or null
   */
  static void write(
      CopyRows rows,
      UUID batchId,
      int index,
      SubmittedText text,
      Integer sameAs,
      List<ItemWarning> warnings)
      throws IOException {
    StoredWarnings stored = new StoredWarnings(warnings);
    rows.write(
        batchId,
        index,
        text.text(),
        sameAs,
        text.customId(),
        text.input(),
        stored.codes(),
        stored.positions(),
        stored.lengths(),
        stored.suggestions());
  }
}
