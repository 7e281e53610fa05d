package dev.codeport.bootstrap.faultrun;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The small run of every build; with {@code -Dfault.orders=10000} the large one, with {@code
 * -Dfault.seed} another.
 */
class FaultRunTest {
  private static final int ORDERS = Integer.getInteger("fault.orders", Scale.FEW);
  private static final long SEED = Long.getLong("fault.seed", 20310102);

  @Test
  void the_vendors_books_and_ours_agree_whatever_goes_wrong(@TempDir Path folder) throws Exception {
    var report = FaultRun.run(Scale.of(SEED, ORDERS), folder);

    if (System.getProperties().containsKey("fault.orders")) {
      System.out.println(report.text());
    }
    assertEquals(List.of(), report.findings(), report::text);
  }
}
