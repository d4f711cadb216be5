package dev.tiankong.batch.dispatch;

import static java.lang.System.Logger.Level.WARNING;

import dev.tiankong.batch.ChunkId;
import dev.tiankong.duties.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends messages of chunks again that are lost, because a journal was deleted or somebody removed
 * them.
 */
@ApplicationScoped
class LostChunksDuty implements Duty {

  private static final System.Logger LOG = System.getLogger(LostChunksDuty.class.getName());

  @Inject ResendChunks resendChunks;

  @Inject
  @ConfigProperty(name = "tiankong.chunk.lease", defaultValue = "PT10M")
  Duration lease;

  @Override
  public String name() {
    return "resend-lost-chunks";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(20);
  }

  @Override
  public void run() {
    List<ChunkId> lost = resendChunks.untouchedFor(lease);
    if (!lost.isEmpty()) {
      LOG.log(WARNING, "Resent the messages of {0} chunks: {1}", lost.size(), lost);
    }
  }
}
