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
record HubModel(Hub hub, String id, String revision, Path folder) implements Source {

  private static final Pattern DESCRIPTION =
      Pattern.compile(
          "config\\.json|tokenizer(_config)?\\.json|vocab\\.txt|added_tokens\\.json"
              + "|special_tokens_map\\.json|README\\.md|LICENSE");

  // Exact names only: none of them can lead out of the folder. The first that is there is taken.
  private static final List<Pattern> WEIGHTS =
      List.of(
          Pattern.compile("model\\.safetensors"),
          Pattern.compile("model-\\d+-of-\\d+\\.safetensors|model\\.safetensors\\.index\\.json"),
          Pattern.compile("pytorch_model\\.bin"),
          Pattern.compile("pytorch_model-\\d+-of-\\d+\\.bin|pytorch_model\\.bin\\.index\\.json"));

  @Override
  public String label() {
    return revision.equals(Hub.MAIN) ? id : id + "@" + revision;
  }

  @Override
  public Path fetch(Path empty, Progress progress) throws IOException {
    List<String> offered = hub.files(id, revision);
    Pattern weights =
        WEIGHTS.stream()
            .filter(pattern -> offered.stream().anyMatch(pattern.asMatchPredicate()))
            .findFirst()
            .orElseThrow(() -> Publication.withoutWeights(label(), offered));
    Files.createDirectories(folder);
    for (String file : offered) {
      if (DESCRIPTION.matcher(file).matches() || weights.matcher(file).matches()) {
        new Download(hub, id, revision, file).to(folder, progress);
      }
    }
    return folder;
  }

  @Override
  public void release() throws IOException {
    Folders.delete(folder);
  }
}
