package io.espalier.networks.dl4j;

import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Sets ND4J up, once per process, when it is first needed. */
final class Nd4jRuntime {
  private static final String RESIDENT_LIMIT = "org.bytedeco.javacpp.maxphysicalbytes";

  static {
    // JavaCPP stops working when the whole process is larger than twice the heap's maximum, which
    // a small heap with its threads, code and natives is; native memory itself stays bounded.
    if (System.getProperty(RESIDENT_LIMIT) == null) {
      System.setProperty(RESIDENT_LIMIT, "0");
    }
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    // Else every few seconds a full garbage collection stops all trainings.
    Nd4j.getMemoryManager().togglePeriodicGc(false);
    // Else a lack of memory leaves dump files in the working directory.
    CrashReportingUtil.crashDumpsEnabled(false);
  }

  private Nd4jRuntime() {}

  /** Loads and sets up ND4J unless that is done. */
  static void start() {
    // Calling this runs the static initialiser.
  }
}
