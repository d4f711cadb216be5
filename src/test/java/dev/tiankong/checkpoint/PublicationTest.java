package dev.tiankong.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.inference.ModelCard;
import dev.tiankong.inference.ModelDirectory;
import dev.tiankong.inference.Models;
import dev.tiankong.inference.Precision;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files of a folder or zip are the model, and what is said of those that are not. */
class PublicationTest {

  private static final Path ODD = Models.golden("odd");
  private static final Path OTHER_WEIGHTS =
      Models.golden("odd-weights/decoder-of-its-own@model.safetensors");

  @TempDir Path folder;
  private Path source;

  @BeforeEach
  void create() throws IOException {
    source = Files.createDirectory(folder.resolve("source"));
  }

  @Test
  void should_take_the_model_that_is_nearest_to_the_top() throws IOException {
    copy(ODD, source.resolve("out"));
    copy(ODD, source.resolve("out/checkpoint-500"));
    Path step = source.resolve("out/checkpoint-500").resolve(Safetensors.FILE);
    Files.delete(step);
    Files.copy(OTHER_WEIGHTS, step);
    assertThat(run(source)).isEqualTo(run(ODD));
    assertThat(run(zip('/'))).isEqualTo(run(ODD));
  }

  @Test
  void should_name_the_models_when_there_are_several() throws IOException {
    copy(ODD, source.resolve("a"));
    copy(ODD, source.resolve("b"));
    assertRefused(source, "source has several models, a/model.safetensors, b/model.safetensors");
    assertRefused(zip('/'), "a/model.safetensors, b/model.safetensors: import one of them");
  }

  @Test
  void should_name_the_checkpoints_of_tensorflow_when_a_folder_has_several() throws IOException {
    copy(Models.golden("tiny-bert-ckpt"), source);
    Files.copy(source.resolve("bert_model.ckpt.index"), source.resolve("model.ckpt-9.index"));
    assertRefused(source, "bert_model.ckpt.index, model.ckpt-9.index");
  }

  @Test
  void should_not_read_the_configuration_of_another_part() throws IOException {
    copy(ODD, source);
    Path pooling = Files.createDirectory(source.resolve("1_Pooling"));
    Files.writeString(pooling.resolve("config.json"), "{\"word_embedding_dimension\": 4}");
    Files.writeString(pooling.resolve("vocab.txt"), "[PAD]");
    assertThat(run(source)).isEqualTo(run(ODD));
    assertThat(run(zip('/'))).isEqualTo(run(ODD));
  }

  @Test
  void should_check_the_configuration_that_lies_beside_the_weights() throws IOException {
    copy(ODD, source.resolve("0_Transformer"));
    Path config = source.resolve("0_Transformer/config.json");
    Files.writeString(config, Files.readString(config).replace("\"gelu\"", "\"relu\""));
    Files.writeString(source.resolve("config.json"), "{\"model_type\": \"bert\"}");
    assertRefused(zip('/'), "config.json says hidden_act = \"relu\"");
  }

  @Test
  void should_read_a_zip_of_windows() throws IOException {
    copy(ODD, source.resolve("out"));
    assertThat(run(zip('\\'))).isEqualTo(run(ODD));
  }

  @Test
  void should_read_a_zip_with_names_in_gbk() throws IOException {
    copy(ODD, source.resolve("模型"));
    assertThat(run(zip('/', Charset.forName("GBK")))).isEqualTo(run(ODD));
  }

  @Test
  void should_refuse_a_zip_with_two_entries_for_one_file() throws IOException {
    Path zip = zip("a/config.json", "a\\config.json");
    assertRefused(zip, "source.zip has two entries for one file, a/config.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../escaped.txt", "..\\escaped.txt", "/escaped.txt", "a/../../b"})
  void should_refuse_a_zip_that_leads_out_of_its_folder(String name) throws IOException {
    assertRefused(zip(name), "an entry " + name + ", which leads out of its folder");
    assertThat(folder.resolve("escaped.txt")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"model.safetensors", "config.json", "tokenizer.json", "tokenizer_config.json"})
  void should_recognise_a_file_that_git_lfs_has_not_fetched(String file) throws IOException {
    copy(ODD, source);
    point(source.resolve(file));
    assertRefused(source, file + " is only a Git LFS pointer to the file: run \"git lfs pull\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vocab.txt", "pytorch_model.bin"})
  void should_recognise_an_old_file_that_git_lfs_has_not_fetched(String file) throws IOException {
    copy(ODD, source);
    Files.delete(source.resolve(Safetensors.FILE));
    Files.delete(source.resolve("tokenizer.json"));
    Files.copy(
        Models.golden("odd-weights/zip@pytorch_model.bin"), source.resolve("pytorch_model.bin"));
    point(source.resolve(file));
    assertRefused(source, file + " is only a Git LFS pointer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.safetensors", "vocab.txt", "config.json"})
  void should_say_that_one_file_is_not_a_model(String file) {
    assertRefused(
        ODD.resolve(file), file + " is neither a directory nor a zip or jar: use the directory");
  }

  @Test
  void should_say_that_one_file_of_pytorch_is_not_a_model() {
    assertRefused(
        Models.golden("odd-weights/zip@pytorch_model.bin"),
        "pytorch_model.bin is neither a directory nor a zip or jar: use the directory");
  }

  @Test
  void should_refuse_a_vocabulary_in_gbk() throws IOException {
    copy(ODD, source);
    Files.delete(source.resolve("tokenizer.json"));
    Path vocabulary = source.resolve("vocab.txt");
    Files.writeString(
        vocabulary, Files.readString(vocabulary).replace("é", "e1"), Charset.forName("GBK"));
    assertRefused(source, "vocab.txt is not in UTF-8");
  }

  @Test
  void should_say_what_is_there_in_place_of_weights() throws IOException {
    copy(ODD, source);
    Files.move(source.resolve(Safetensors.FILE), source.resolve("tf_model.h5"));
    assertRefused(source, "No checkpoint in source: neither model.safetensors nor pytorch_model");
    assertRefused(source, "TensorFlow .index file, only tf_model.h5");
  }

  @Test
  void should_read_a_licence_in_any_encoding() throws IOException {
    copy(ODD, source);
    Files.writeString(source.resolve("README.md"), "许可证：Apache-2.0", Charset.forName("GBK"));
    run(source);
    assertThat(new ModelDirectory(folder.resolve("models/odd")).card().origin().licence())
        .isEqualTo("Apache-2.0");
  }

  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static void point(Path file) throws IOException {
    Files.writeString(file, "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 409\n");
  }

  private Path zip(char separator) throws IOException {
    return zip(separator, Charset.forName("UTF-8"));
  }

  private Path zip(char separator, Charset names) throws IOException {
    Path zip = folder.resolve("source.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out, names);
        var files = Files.walk(source)) {
      // What lies deeper comes last, as from some programs.
      for (Path file :
          files.filter(Files::isRegularFile).sorted(Comparator.reverseOrder()).toList()) {
        String name = source.relativize(file).toString().replace('/', separator);
        entries.putNextEntry(new ZipEntry(name));
        Files.copy(file, entries);
      }
    }
    return zip;
  }

  private Path zip(String... names) throws IOException {
    Path zip = folder.resolve("source.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
      }
    }
    return zip;
  }

  private Map<Precision, ModelCard.Weights> run(Path from) throws IOException {
    Path model = ImportModel.run(from, "odd", folder.resolve("models"), Progress.NONE);
    return new ModelDirectory(model).card().weights();
  }

  private void assertRefused(Path from, String reason) {
    assertThatThrownBy(() -> run(from))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(reason)
        .message()
        .doesNotContain(folder.toString())
        .doesNotContain("\n");
  }
}
