package dev.codeport.bootstrap.faultrun;

import java.util.Random;

/** How a customer goes about it. */
enum Habit {
  /** Waits for the code, and says that it is done. */
  WAITS(30),
  /** Wants a second code after the first. */
  WANTS_ANOTHER(10),
  /** Does not want it any more at once; some leave the wish standing. */
  CANCELS_EARLY(14),
  /** Does not want it any more when nothing has come for a while. */
  CANCELS_LATE(18),
  /** Asks the same again and again, at the same time too. */
  REPEATS(8),
  /** Wants the code by a time, from whichever number. */
  IS_IN_A_HURRY(8),
  /** Changes a number that brings nothing for another, or has a good one again. */
  CHANGES(4),
  /** Never looks again. */
  GOES_AWAY(8);

  private final int percent;

  Habit(int percent) {
    this.percent = percent;
  }

  static Habit of(Random random) {
    int dice = random.nextInt(100);
    for (var habit : values()) {
      dice -= habit.percent;
      if (dice < 0) {
        return habit;
      }
    }
    return GOES_AWAY;
  }
}
