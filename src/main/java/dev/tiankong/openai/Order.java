package dev.tiankong.openai;

import java.util.UUID;

/**
 * What somebody asks for who creates a batch.
 *
 * @param task its name
 * @param metadata a JSON object, or null
 * @param keepSeconds how long the answers are to be kept, or null
 */
record Order(UUID inputFileId, String task, String metadata, Long keepSeconds) {}
