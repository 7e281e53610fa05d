package dev.codeport.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** CPU time of processes, from {@code /proc}; Linux only. */
final class Cpu {
  private static final double TICKS_PER_SECOND = 100;

  private Cpu() {}

  /** Seconds used by this process. */
  static double of(long pid) throws IOException {
    var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  /** Seconds used by all processes of this name together, and by those of them that ended. */
  static double ofAll(String name) throws IOException {
    var sum = 0.0;
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      for (var process : all.filter(p -> p.getFileName().toString().matches("\\d+")).toList()) {
        sum += ofNamed(process, name);
      }
    }
    return sum;
  }

  private static double ofNamed(Path process, String name) {
    try {
      return Files.readString(process.resolve("comm")).strip().equals(name)
          ? of(Long.parseLong(process.getFileName().toString()))
          : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
