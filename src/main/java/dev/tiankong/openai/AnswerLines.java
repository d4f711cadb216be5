package dev.tiankong.openai;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.ItemState;
import dev.tiankong.batch.query.AnswerPages;
import dev.tiankong.batch.query.ItemSearch;
import dev.tiankong.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The answers of a batch as lines of a file: those that there are, or what came instead of one. */
@ApplicationScoped
class AnswerLines {

  @Inject OpenAiBatches all;
  @Inject AnswerPages pages;
  @Inject Tasks tasks;

  /**
   * In the order of the input, for one set of options after the other. A transaction would be open
   * for as long as the client reads.
   */
  @Transactional(TxType.NOT_SUPPORTED)
  void write(UUID batchId, FileKind kind, OutputStream out) throws IOException {
    OpenAiBatch batch =
        all.find(batchId).orElseThrow(() -> new IOException("The batch was deleted"));
    Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Endpoint endpoint = Endpoint.of(tasks.byName(batch.task()));
    for (Batch part : all.parts(batch)) {
      for (ItemState state : states(kind)) {
        write(batch, part, state, endpoint, lines);
      }
    }
    lines.flush();
  }

  private static List<ItemState> states(FileKind kind) {
    return kind == FileKind.OUTPUT
        ? List.of(ItemState.SUCCEEDED)
        : List.of(ItemState.FAILED, ItemState.CANCELLED);
  }

  private void write(
      OpenAiBatch batch, Batch part, ItemState state, Endpoint endpoint, Writer lines)
      throws IOException {
    pages
        .of(part.id(), ItemSearch.of(state), -1)
        .forEach(
            item -> {
              lines.write(AnswerLine.of(batch, part, endpoint, item));
              lines.write('\n');
            });
  }
}
