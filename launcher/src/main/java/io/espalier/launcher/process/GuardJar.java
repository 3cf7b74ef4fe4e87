package io.espalier.launcher.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Writes {@link StdinGuard} as the small agent jar that child JVMs load. */
public final class GuardJar {

  private GuardJar() {}

  /** Writes the jar to {@code file}, replacing what is there, and returns the JVM option. */
  public static String write(Path file) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", StdinGuard.class.getName());
    String resource = StdinGuard.class.getName().replace('.', '/') + ".class";
    try (InputStream classFile = GuardJar.class.getResourceAsStream("/" + resource);
        JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      if (classFile == null) {
        throw new IOException("the launcher's own class file " + resource + " is missing");
      }
      jar.putNextEntry(new JarEntry(resource));
      classFile.transferTo(jar);
      jar.closeEntry();
    }
    return "-javaagent:" + file;
  }
}
