package io.espalier.networks.architecture.planted;

import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/** Does what is forbidden, so that the rules can be seen to find it. Never run. */
final class ReadsModelFiles {
  private ReadsModelFiles() {}

  static MultiLayerNetwork read(File file) throws IOException {
    return ModelSerializer.restoreMultiLayerNetwork(file);
  }

  static Object read(ObjectInputStream stream) throws IOException, ClassNotFoundException {
    return stream.readObject();
  }
}
