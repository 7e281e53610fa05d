package dev.codeport.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code codeport}, in a made-up house with made-up JDKs. */
class LauncherTest {
  private final Path house;
  private final Path home;

  LauncherTest(@TempDir Path folder) throws IOException {
    house = Files.createDirectories(folder.resolve("a house"));
    home = folder.resolve("home");
    Files.createDirectories(home.resolve("bin"));
    Files.copy(Path.of("../codeport"), house.resolve("codeport"));
    write(house.resolve("bootstrap/target/codeport.jar"), "");
  }

  private record Said(int status, String out) {}

  @Test
  void runs_on_the_newest_jdk_in_the_usual_folders() throws Exception {
    jdk(home.resolve(".jdks/old"), "17.0.9");
    var newest = jdk(home.resolve(".sdkman/candidates/java/newest"), "99.0.1");
    jdk(home.resolve(".jdks/middle"), "21.0.1");

    var said = launch(List.of(), "serve", "--set", "a b=c");

    assertEquals(0, said.status(), said.out());
    assertTrue(said.out().startsWith(newest + " "), said.out());
    assertTrue(said.out().contains("-Xmx512m"), said.out());
    assertTrue(
        said.out().endsWith("codeport.jar|dev.codeport.bootstrap.Main|serve|--set|a b=c|\n"),
        said.out());
  }

  @Test
  void puts_other_peoples_jars_on_the_class_path() throws Exception {
    jdk(home.resolve(".jdks/newest"), "99.0.1");

    var said = launch(List.of("CODEPORT_JARS=/our vendors/pigeon.jar:/more/*"), "--version");

    assertTrue(
        said.out().contains("bootstrap/target/codeport.jar:/our vendors/pigeon.jar:/more/*|"),
        said.out());
  }

  @Test
  void prefers_the_jdk_of_java_home_and_the_options_it_is_given() throws Exception {
    jdk(home.resolve(".jdks/newest"), "99.0.1");
    var chosen = jdk(home.resolve("chosen"), "21.0.2");

    var said =
        launch(List.of("JAVA_HOME=" + chosen, "CODEPORT_JAVA_OPTS=-Xmx2g -Dx=y"), "--version");

    assertTrue(said.out().startsWith(chosen + " -Xmx2g -Dx=y "), said.out());
  }

  @Test
  void passes_over_a_java_home_that_is_too_old() throws Exception {
    var newest = jdk(home.resolve(".jdks/newest"), "99.0.1");
    var old = jdk(home.resolve("old"), "1.8.0_392");

    var said = launch(List.of("JAVA_HOME=" + old), "--version");

    assertTrue(said.out().startsWith(newest + " "), said.out());
  }

  @Test
  void builds_what_is_missing_or_older_than_its_source_and_only_that() throws Exception {
    jdk(home.resolve(".jdks/newest"), "99.0.1");
    write(house.resolve("pom.xml"), "<project/>");
    var source = house.resolve("domain/src/main/java/A.java");
    write(source, "class A {}");
    program(home.resolve("bin/mvn"), "echo \"mvn $*\"; touch bootstrap/target/codeport.jar");
    age(house.resolve("bootstrap/target/codeport.jar"), -100);

    var outdated = launch(List.of(), "--version");
    var fresh = launch(List.of(), "--version");
    age(source, 100);
    var changed = launch(List.of(), "--version");

    assertTrue(outdated.out().contains("-pl bootstrap -am package"), outdated.out());
    assertTrue(!fresh.out().contains("mvn"), fresh.out());
    assertTrue(changed.out().contains("mvn"), changed.out());
  }

  @Test
  void says_so_when_the_build_fails() throws Exception {
    jdk(home.resolve(".jdks/newest"), "99.0.1");
    write(house.resolve("pom.xml"), "<project/>");
    Files.delete(house.resolve("bootstrap/target/codeport.jar"));
    program(home.resolve("bin/mvn"), "echo no such symbol; exit 1");

    var said = launch(List.of(), "--version");

    assertEquals(1, said.status());
    assertTrue(said.out().contains("no such symbol"), said.out());
    assertTrue(said.out().contains("the build failed"), said.out());
  }

  @Test
  void is_found_through_a_link() throws Exception {
    jdk(home.resolve(".jdks/newest"), "99.0.1");
    Files.createSymbolicLink(home.resolve("bin/linked"), house.resolve("codeport"));

    var said = run(home.resolve("bin/linked"), List.of(), "--version");

    assertTrue(said.out().contains(house + "/bootstrap/target/codeport.jar"), said.out());
  }

  private Said launch(List<String> variables, String... arguments) throws Exception {
    return run(house.resolve("codeport"), variables, arguments);
  }

  /** With nothing on the PATH but what every Unix has, and what a test put into its bin. */
  private Said run(Path script, List<String> variables, String... arguments) throws Exception {
    var builder = new ProcessBuilder("sh", script.toString());
    builder.command().addAll(List.of(arguments));
    builder.redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("HOME", home.toString());
    builder.environment().put("PATH", home.resolve("bin") + ":" + tools());
    variables.forEach(
        each -> {
          var equals = each.indexOf('=');
          builder.environment().put(each.substring(0, equals), each.substring(equals + 1));
        });
    var process = builder.start();
    var out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    return new Said(process.exitValue(), out);
  }

  /** A folder with the usual tools, but with no java and no mvn of this machine. */
  private Path tools() throws IOException {
    var folder = home.resolve("tools");
    for (var tool : List.of("dirname", "readlink", "sed", "find", "ls", "head", "touch")) {
      var real = Files.exists(Path.of("/usr/bin", tool)) ? "/usr/bin/" : "/bin/";
      program(folder.resolve(tool), "exec " + real + tool + " \"$@\"");
    }
    return folder;
  }

  /** A folder that looks like a JDK, whose java prints what it was called with. */
  private static Path jdk(Path folder, String version) throws IOException {
    program(
        folder.resolve("bin/java"),
        "printf '%s' \"" + folder + " $1 $2 \"; printf '%s|' \"$@\"; echo");
    program(folder.resolve("bin/javac"), "exit 1");
    write(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return folder;
  }

  private static void program(Path file, String script) throws IOException {
    write(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, content);
  }

  private static void age(Path file, long seconds) throws IOException {
    var then = Files.getLastModifiedTime(file).toInstant().plusSeconds(seconds);
    Files.setLastModifiedTime(file, FileTime.from(then));
  }
}
