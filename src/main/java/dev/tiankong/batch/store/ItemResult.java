package dev.tiankong.batch.store;

import dev.tiankong.batch.ItemId;
import dev.tiankong.batch.ItemState;
import dev.tiankong.task.TextAnswer;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.IOException;

/**
 * The one final answer to an item. It is only ever inserted, so that the primary key refuses a
 * second one.
 */
@Entity
@Table(name = "item_result")
public class ItemResult {

  @EmbeddedId private ItemId id;

  @Enumerated(EnumType.STRING)
  private ItemState state;

  @Embedded private StoredAnswer answer;

  protected ItemResult() {
    // For JPA.
  }

  public ItemResult(ItemId id, TextAnswer answer) {
    this.id = id;
    this.state = answer.error().isPresent() ? ItemState.FAILED : ItemState.SUCCEEDED;
    this.answer = new StoredAnswer(answer);
  }

  void write(CopyRows rows) throws IOException {
    answer.write(rows, id, state);
  }

  /** Without the columns of answers, which an error leaves empty. */
  void writeError(CopyRows rows) throws IOException {
    answer.writeError(rows, id, state);
  }

  public ItemState state() {
    return state;
  }
}
