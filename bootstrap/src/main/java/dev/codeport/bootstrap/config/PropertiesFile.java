package dev.codeport.bootstrap.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** Reads a file in the format of {@link Properties}, as UTF-8, in its own order. */
final class PropertiesFile {
  private PropertiesFile() {}

  static Map<String, String> read(Path file) {
    try (var reader = Files.newBufferedReader(file)) {
      return read(reader, file.toString());
    } catch (NoSuchFileException e) {
      throw new BadSettings("--config " + file + ": there is no such file");
    } catch (IOException e) {
      throw new BadSettings("--config " + file + ": cannot be read (" + e.getMessage() + ")");
    }
  }

  static Map<String, String> read(Reader reader, String name) throws IOException {
    var inOrder = new InOrder(name);
    try {
      inOrder.load(reader);
    } catch (IllegalArgumentException e) {
      throw e instanceof BadSettings ? e : new BadSettings(name + ": " + e.getMessage());
    }
    return inOrder.pairs;
  }

  private static final class InOrder extends Properties {
    private final transient Map<String, String> pairs = new LinkedHashMap<>();
    private final transient String name;

    InOrder(String name) {
      this.name = name;
    }

    @Override
    public synchronized Object put(Object key, Object value) {
      if (pairs.put((String) key, ((String) value).strip()) != null) {
        throw new BadSettings(name + ": " + key + " is set twice");
      }
      return value;
    }
  }
}
