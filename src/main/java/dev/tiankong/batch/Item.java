package dev.tiankong.batch;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One text of a batch, as it was submitted. It never changes; what became of it is its result. */
@Entity
@Table(name = "item")
public class Item {

  @EmbeddedId private ItemId id;
  private String text;

  protected Item() {
    // For JPA.
  }

  Item(ItemId id, String text) {
    this.id = id;
    this.text = text;
  }

  public ItemId id() {
    return id;
  }

  public String text() {
    return text;
  }
}
