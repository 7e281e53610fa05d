package dev.codeport.provider.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dialect that was compiled elsewhere and came as a jar. */
final class StrangersJarTest {
  private static final String SOURCE =
      """
      package far.away;

      import dev.codeport.domain.id.ProviderId;
      import dev.codeport.domain.pool.NumberProvider;
      import dev.codeport.provider.kit.*;

      public class Pigeons implements ProviderFactory {
        public String dialect() {
          return "pigeon";
        }

        public NumberProvider open(ProviderId id, Section section, Surroundings around) {
          throw new IllegalArgumentException(id + " flew away");
        }
      }
      """;

  @Test
  void is_found_by_its_dialect_once_it_is_on_the_class_path(@TempDir Path folder) throws Exception {
    var unknown =
        assertThrows(IllegalArgumentException.class, () -> ProviderFactory.named("pigeon"));
    assertTrue(unknown.toString().contains("no provider dialect \"pigeon\""));
    var before = Thread.currentThread().getContextClassLoader();
    try (var loader = new URLClassLoader(new URL[] {jar(folder).toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(loader);

      var found = ProviderFactory.named("pigeon");

      assertEquals("far.away.Pigeons", found.getClass().getName());
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static Path jar(Path folder) throws IOException {
    var source = Files.createDirectories(folder.resolve("far/away")).resolve("Pigeons.java");
    Files.writeString(source, SOURCE);
    var classPath = System.getProperty("java.class.path");
    var compiler = ToolProvider.getSystemJavaCompiler();
    assertEquals(0, compiler.run(null, null, null, "-cp", classPath, source.toString()));
    var jar = folder.resolve("pigeons.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("far/away/Pigeons.class"));
      Files.copy(folder.resolve("far/away/Pigeons.class"), out);
      out.putNextEntry(new JarEntry("META-INF/services/" + ProviderFactory.class.getName()));
      out.write("far.away.Pigeons".getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }
}
