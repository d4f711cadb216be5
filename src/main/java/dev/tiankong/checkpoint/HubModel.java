package dev.tiankong.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A model at a hub. What is downloaded stays until it has been read, so that an import that was
 * interrupted goes on where it was.
 *
 * @param folder for this model's files
 */
record HubModel(Hub hub, String id, Path folder) implements Source {

  private static final Pattern DESCRIPTION =
      Pattern.compile("config\\.json|tokenizer(_config)?\\.json|vocab\\.txt|README\\.md|LICENSE");
  private static final Pattern SHARD =
      Pattern.compile("model-\\d+-of-\\d+\\.safetensors|model\\.safetensors\\.index\\.json");

  @Override
  public String label() {
    return id;
  }

  @Override
  public Path fetch(Path empty, Progress progress) throws IOException {
    List<String> offered = hub.files(id);
    // Exact names only: none of them can lead out of the folder.
    Pattern weights =
        offered.contains(Safetensors.FILE)
            ? Pattern.compile(Pattern.quote(Safetensors.FILE))
            : SHARD;
    if (offered.stream().noneMatch(weights.asMatchPredicate())) {
      throw Publication.withoutWeights(id, offered.contains(Publication.PICKLED));
    }
    Files.createDirectories(folder);
    for (String file : offered) {
      if (DESCRIPTION.matcher(file).matches() || weights.matcher(file).matches()) {
        new Download(hub, id, file).to(folder, progress);
      }
    }
    return folder;
  }

  @Override
  public void release() throws IOException {
    Folders.delete(folder);
  }
}
