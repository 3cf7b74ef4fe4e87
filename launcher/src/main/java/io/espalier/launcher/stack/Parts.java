package io.espalier.launcher.stack;

import io.espalier.embedded.BrokerMain;
import io.espalier.embedded.DatabaseMain;
import io.espalier.embedded.EmbeddedDatabase;
import io.espalier.embedded.FreePort;
import io.espalier.launcher.process.ChildSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How each part of the stack is run. Heaps are in megabytes. */
final class Parts {

  private final Installation installation;
  private final StackOptions options;
  private final JavaCommand java;
  private final int brokerPort = FreePort.find();
  private final int databasePort = FreePort.find();

  Parts(Installation installation, StackOptions options, JavaCommand java) {
    this.installation = installation;
    this.options = options;
    this.java = java;
  }

  /** Where the broker listens. */
  String bootstrapServers() {
    return "127.0.0.1:" + brokerPort;
  }

  ChildSpec broker() {
    String dir = options.dataDir().resolve("kafka").toString();
    return new ChildSpec(
        "broker",
        brokerPort,
        java.main(BrokerMain.class, 256, dir, String.valueOf(brokerPort)),
        Map.of(),
        Probes.accepts(brokerPort));
  }

  ChildSpec database() {
    Path dir = databaseDir();
    return new ChildSpec(
        "database",
        databasePort,
        java.main(DatabaseMain.class, 128, dir.toString(), String.valueOf(databasePort)),
        Map.of(),
        Probes.database(dir, databasePort));
  }

  /** The web UI; it may ask the launcher for more trainers through the control API. */
  ChildSpec tracker(int port, String controlUrl, String controlToken) throws StackRefused {
    String password =
        EmbeddedDatabase.password(databaseDir())
            .orElseThrow(() -> new IllegalStateException("the database is not set up"));
    return service(
        "tracker-ui",
        port,
        java.jar(installation.jarOf("tracker-ui"), 256, JavaCommand.QUICK_START),
        Map.of(
            "QUARKUS_DATASOURCE_JDBC_URL",
            EmbeddedDatabase.jdbcUrl(databasePort),
            "QUARKUS_DATASOURCE_USERNAME",
            EmbeddedDatabase.USER,
            "QUARKUS_DATASOURCE_PASSWORD",
            password,
            "ESPALIER_CONTROL_URL",
            controlUrl,
            "ESPALIER_CONTROL_TOKEN",
            controlToken,
            "ESPALIER_STUDIES_DIR",
            installation.studies().toString()));
  }

  ChildSpec predictor() throws StackRefused {
    return service(
        "predictor-service",
        FreePort.find(),
        java.jar(installation.jarOf("predictor-service"), 256, JavaCommand.QUICK_START),
        Map.of());
  }

  ChildSpec pruning() throws StackRefused, IOException {
    return service(
        "pruning-service",
        FreePort.find(),
        java.jar(installation.jarOf("pruning-service"), 512, JavaCommand.networks()),
        MathKernels.environment());
  }

  ChildSpec trainer(String name) throws StackRefused, IOException {
    return service(
        name,
        FreePort.find(),
        java.jar(installation.jarOf("trainer-service"), 1024, JavaCommand.networks()),
        MathKernels.environment());
  }

  private ChildSpec service(String name, int port, List<String> command, Map<String, String> own) {
    Map<String, String> environment = new HashMap<>(own);
    environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
    environment.put("ESPALIER_ARTIFACTS_DIR", options.dataDir().resolve("artifacts").toString());
    environment.put("ESPALIER_DATASETS_DIR", options.datasetsDir().toString());
    environment.put("ESPALIER_PLUGINS_DIR", StackOptions.pluginsDir(options.dataDir()).toString());
    return new ChildSpec(name, port, command, environment, Probes.health(port));
  }

  private Path databaseDir() {
    return options.dataDir().resolve("postgresql");
  }
}
