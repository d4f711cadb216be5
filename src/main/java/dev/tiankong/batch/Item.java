package dev.tiankong.batch;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One text of a batch, as it was submitted. It never changes; what became of it is its result. */
@Entity
@Table(name = "item")
class Item {

  @EmbeddedId private ItemId id;
  private String text;
  private Integer sameAs;

  protected Item() {
    // For JPA.
  }

  /**
   * @param sameAs index of the first item with the same text, whose result it will share; or null
   */
  Item(ItemId id, String text, Integer sameAs) {
    this.id = id;
    this.text = text;
    this.sameAs = sameAs;
  }

  ItemId id() {
    return id;
  }

  String text() {
    return text;
  }
}
