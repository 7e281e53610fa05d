package dev.codeport.domain.pool;

/** The Wilson score interval: between what bounds a rate lies of which a sample was seen. */
final class Wilson {
  /** For 95 %. */
  private static final double Z = 1.96;

  private Wilson() {}

  /** The lower end, 0 to 1; 0 without a sample. */
  static double lowerBound(double arrived, double sample) {
    if (sample <= 0) {
      return 0;
    }
    double p = arrived / sample;
    double centre = p + Z * Z / (2 * sample);
    double spread = Z * Math.sqrt((p * (1 - p) + Z * Z / (4 * sample)) / sample);
    return Math.max(0, (centre - spread) / (1 + Z * Z / sample));
  }
}
