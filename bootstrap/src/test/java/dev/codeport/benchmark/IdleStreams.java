package dev.codeport.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * What streams of events cost that say nothing but that they are still there: heap after a full
 * collection, resident memory and CPU of a service in a process of its own, before and with them.
 * Linux only; needs as many file descriptors in each of both processes ({@code ulimit -n}).
 * Arguments: how many streams (default 10000), of how many accounts (default 100).
 */
public final class IdleStreams {
  private static final int AT_ONCE = 50;
  private static final int A_SOURCE = 5_000;
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private final PrintStream out;
  private final Path folder;

  private IdleStreams(PrintStream out, Path folder) {
    this.out = out;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    var streams = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    var accounts = args.length > 1 ? Integer.parseInt(args[1]) : 100;
    var folder = Files.createTempDirectory("codeport-idle-streams");
    new IdleStreams(System.out, folder).run(streams, accounts);
  }

  private void run(int streams, int accounts) throws Exception {
    var most = "live.streams-per-account=" + (streams / accounts + 1);
    try (var postgres =
            EmbeddedPostgres.open(folder.resolve("bin"), folder.resolve("data"), 0, "bench");
        var service = ServiceProcess.serve(folder, "512m", postgres, List.of(most))) {
      var tokens = customers(service, accounts);
      for (var token : tokens) {
        stream(service, token, 0).close();
      }
      measure(service, tokens, streams);
    }
  }

  private record Cost(double heap, double resident, double cpu) {}

  private void measure(ServiceProcess service, List<String> tokens, int streams) throws Exception {
    var before = cost(service.pid());
    var began = System.nanoTime();
    var open = open(service, tokens, streams);
    var seconds = (System.nanoTime() - began) / 1e9;
    var with = cost(service.pid());
    for (var socket : open) {
      if (socket.getInputStream().available() == 0) {
        throw new IllegalStateException("a stream never beat");
      }
      socket.close();
    }
    out.println("| | heap MiB | resident MiB | CPU of one core |");
    out.println("|---|---|---|---|");
    print("before", before);
    print("with " + open.size() + " streams", with);
    out.printf(
        "more: %.1f MiB heap, %.1f MiB resident, %.1f KiB each; opened in %.1f s%n",
        with.heap() - before.heap(),
        with.resident() - before.resident(),
        (with.resident() - before.resident()) * 1024 / open.size(),
        seconds);
  }

  private void print(String what, Cost cost) {
    out.printf(
        "| %s | %.1f | %.1f | %.1f %% |%n", what, cost.heap(), cost.resident(), cost.cpu() * 100);
  }

  /** CPU over twenty seconds, in which each stream beats once. */
  private static Cost cost(long pid) throws Exception {
    var before = Cpu.of(pid);
    TimeUnit.SECONDS.sleep(20);
    var cpu = (Cpu.of(pid) - before) / 20;
    jcmd(pid, "GC.run");
    jcmd(pid, "GC.run");
    var heap =
        USED.matcher(jcmd(pid, "GC.heap_info"))
            .results()
            .limit(2)
            .mapToLong(used -> Long.parseLong(used.group(1)))
            .sum();
    return new Cost(heap / 1024.0, resident(pid), cpu);
  }

  private static double resident(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  private static String jcmd(long pid, String what) throws Exception {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var process =
        new ProcessBuilder(jcmd, Long.toString(pid), what).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
    return said;
  }

  private static List<Socket> open(ServiceProcess service, List<String> tokens, int streams)
      throws Exception {
    var calls = new ArrayList<Callable<List<Socket>>>();
    for (int part = 0; part < AT_ONCE; part++) {
      int from = part;
      calls.add(
          () -> {
            var opened = new ArrayList<Socket>();
            for (int i = from; i < streams; i += AT_ONCE) {
              opened.add(stream(service, tokens.get(i % tokens.size()), i));
            }
            return opened;
          });
    }
    var all = new ArrayList<Socket>();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var running : threads.invokeAll(calls)) {
        all.addAll(running.get());
      }
    }
    return all;
  }

  /** Open, with its greeting read; from another loopback address for every few thousand. */
  private static Socket stream(ServiceProcess service, String token, int number)
      throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.bind(
        new InetSocketAddress(
            InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (1 + number / A_SOURCE)}), 0));
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()));
    socket
        .getOutputStream()
        .write(
            ("GET /api/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                .getBytes(ISO_8859_1));
    var seen = new StringBuilder();
    while (seen.indexOf("id: 0\n\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0 || seen.length() > 2_000) {
        throw new IOException("not a stream: " + seen);
      }
      seen.append((char) next);
    }
    return socket;
  }

  private static List<String> customers(ServiceProcess service, int count) throws Exception {
    var tokens = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      tokens.add(service.customer());
    }
    return tokens;
  }
}
