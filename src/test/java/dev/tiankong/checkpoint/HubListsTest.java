package dev.tiankong.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.inference.ModelCard;
import dev.tiankong.inference.ModelDirectory;
import dev.tiankong.inference.Models;
import dev.tiankong.inference.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The sets of files that Chinese models on the hub usually consist of, with the weights of a tiny
 * one.
 */
class HubListsTest {

  private static final Path ODD = Models.golden("odd");

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "google-bert/bert-base-chinese         | zip | README.md config.json flax_model.msgpack"
            + " model.safetensors pytorch_model.bin tf_model.h5 tokenizer.json"
            + " tokenizer_config.json vocab.txt",
        "hfl/chinese-roberta-wwm-ext           | old-with-gamma-and-beta | README.md"
            + " added_tokens.json config.json flax_model.msgpack pytorch_model.bin"
            + " special_tokens_map.json tf_model.h5 tokenizer.json tokenizer_config.json vocab.txt",
        "hfl/chinese-macbert-base              | old | README.md added_tokens.json config.json"
            + " flax_model.msgpack pytorch_model.bin special_tokens_map.json tf_model.h5"
            + " tokenizer.json tokenizer_config.json vocab.txt",
        "Langboat/mengzi-bert-base             | zip | README.md config.json pytorch_model.bin"
            + " special_tokens_map.json tokenizer_config.json vocab.txt",
        "SIKU-BERT/sikubert                    | zip-with-tied-weights-and-position-ids |"
            + " README.md config.json pytorch_model.bin special_tokens_map.json"
            + " tokenizer_config.json vocab.txt",
        "shibing624/macbert4csc-base-chinese   | old-with-tied-weights-and-position-ids |"
            + " README.md added_tokens.json config.json pytorch_model.bin"
            + " special_tokens_map.json tokenizer_config.json vocab.txt",
        "uer/chinese_roberta_L-4_H-512         | zip-in-one-storage | README.md config.json"
            + " pytorch_model.bin special_tokens_map.json tf_model.h5 tokenizer_config.json"
            + " vocab.txt"
      })
  void should_import_what_each_publisher_offers(String id, String pickled, String list)
      throws IOException {
    Path published = Files.createDirectory(folder.resolve("published"));
    for (String file : list.split(" ")) {
      publish(published.resolve(file), pickled);
    }
    try (LocalHub hub = new LocalHub(id, published)) {
      Path downloads = folder.resolve("downloads");
      Source source = new Hub(hub.address(), Optional.empty()).model(id, Hub.MAIN, downloads);
      assertThat(weights(source)).isEqualTo(weights(Source.local(ODD)));
      assertThat(hub.firstBytesOf("tf_model.h5")).isNull();
      assertThat(hub.firstBytesOf("flax_model.msgpack")).isNull();
      assertThat(downloads).isEmptyDirectory();
    }
  }

  private static void publish(Path file, String pickled) throws IOException {
    String name = file.getFileName().toString();
    switch (name) {
      case "pytorch_model.bin" ->
          Files.copy(Models.golden("odd-weights/" + pickled + "@pytorch_model.bin"), file);
      case "added_tokens.json" -> Files.writeString(file, "{}");
      case "special_tokens_map.json" ->
          Files.writeString(
              file,
              """
              {"unk_token": "[UNK]", "sep_token": "[SEP]", "pad_token": "[PAD]",
               "cls_token": "[CLS]", "mask_token": "[MASK]"}""");
      default -> {
        if (List.of("README.md", "tf_model.h5", "flax_model.msgpack").contains(name)) {
          Files.writeString(file, "not read");
        } else {
          Files.copy(ODD.resolve(name), file);
        }
      }
    }
  }

  private Map<Precision, ModelCard.Weights> weights(Source source) throws IOException {
    Path model =
        ImportModel.run(
            source, "tiny", folder.resolve("models"), ImportModel.USUAL_PRECISIONS, Progress.NONE);
    return new ModelDirectory(model).card().weights();
  }
}
