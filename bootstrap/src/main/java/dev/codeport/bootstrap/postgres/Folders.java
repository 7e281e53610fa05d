package dev.codeport.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Makes a folder whole or not at all, whatever kills us in between. */
final class Folders {
  private Folders() {}

  interface Filling {
    void fill(Path fresh) throws IOException;
  }

  /** Fills a folder beside {@code target} and moves it there. */
  static void make(Path target, Filling filling) throws IOException {
    var fresh = target.resolveSibling(target.getFileName() + ".new");
    delete(fresh);
    Files.createDirectories(fresh);
    filling.fill(fresh);
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure)
              throws IOException {
            Files.delete(each);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
