package dev.tiankong.batch;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * @param index place in the submitted batch, from 0
 */
@Embeddable
public record ItemId(UUID batchId, int index) {}
