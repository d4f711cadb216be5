package dev.tiankong.batch;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One text of a batch, as it was submitted. It never changes; what became of it is its result. */
@Entity
@Table(name = "item")
class Item {

  @EmbeddedId private ItemId id;
  private String text;
  private Integer sameAs;
  private String customId;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(columnDefinition = "json")
  private String input;

  protected Item() {
    // For JPA.
  }
}
