package dev.tiankong.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** PyTorch's format, as Hugging Face published it before safetensors. */
final class TorchCheckpoint implements Checkpoint {

  static final String FILE = "pytorch_model.bin";
  static final String INDEX = "pytorch_model.bin.index.json";

  private final List<TorchFile> files = new ArrayList<>();
  private final Map<String, StridedTensor> tensors = new HashMap<>();

  private TorchCheckpoint() {}

  /** Opens a folder's one file, or all those that its index names. */
  static TorchCheckpoint open(Path folder) throws IOException {
    Set<String> names =
        Files.exists(folder.resolve(FILE))
            ? Set.of(FILE)
            : JsonFile.weightFiles(folder.resolve(INDEX));
    TorchCheckpoint opened = new TorchCheckpoint();
    try {
      for (String name : names) {
        TorchFile file = TorchFile.open(folder.resolve(name));
        opened.files.add(file);
        opened.tensors.putAll(file.tensors());
      }
      return opened;
    } catch (IOException e) {
      opened.close();
      throw e;
    }
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(tensors.keySet());
  }

  @Override
  public Tensor tensor(String name) throws IOException {
    StridedTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new CheckpointException("The checkpoint has no tensor " + name + ".");
    }
    return tensor.read();
  }

  @Override
  public void close() throws IOException {
    for (TorchFile file : files) {
      file.close();
    }
  }
}
