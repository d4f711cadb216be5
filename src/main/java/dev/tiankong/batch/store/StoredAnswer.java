package dev.tiankong.batch.store;

import dev.tiankong.batch.ItemId;
import dev.tiankong.batch.ItemState;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.TextAnswer;
import dev.tiankong.wording.Sentence;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.IOException;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An answer in columns. */
@Embeddable
public class StoredAnswer {

  @Column(name = "answer", columnDefinition = "json")
  private String content;

  private String errorCode;
  private String errorMessage;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(columnDefinition = "jsonb")
  private String errorParameters;

  protected StoredAnswer() {
    // For JPA.
  }

  StoredAnswer(TextAnswer answer) {
    content = answer.content();
    answer
        .error()
        .ifPresent(
            error -> {
              errorCode = error.code();
              errorMessage = error.message();
              errorParameters = error.parameters().isEmpty() ? null : error.parameters().toString();
            });
  }

  /** As a row with all columns of the table. */
  void write(CopyRows rows, ItemId id, ItemState state) throws IOException {
    rows.write(id.batchId(), id.index(), state, content, errorCode, errorMessage, errorParameters);
  }

  /** As a row with the columns of errors alone. */
  void writeError(CopyRows rows, ItemId id, ItemState state) throws IOException {
    rows.write(id.batchId(), id.index(), state, errorCode, errorMessage, errorParameters);
  }

  public TextAnswer answer() {
    return errorCode == null
        ? TextAnswer.of(content)
        : TextAnswer.failed(
            new ItemError(errorCode, errorMessage, Sentence.values(errorParameters)));
  }
}
