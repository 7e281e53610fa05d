package dev.codeport.provider.startmessaging;

final class ThirdGenerationTest extends TakingCodes {
  ThirdGenerationTest() {
    super(Generation.G3);
  }

  /** It has no key by which one could recognise what was asked for before. */
  @Override
  public boolean sendsOnce() {
    return false;
  }
}
