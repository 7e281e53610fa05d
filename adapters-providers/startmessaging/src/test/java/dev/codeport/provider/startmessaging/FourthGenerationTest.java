package dev.codeport.provider.startmessaging;

final class FourthGenerationTest extends MakingCodes {
  FourthGenerationTest() {
    super(Generation.G4);
  }

  /** It has no key by which one could recognise what was asked for before. */
  @Override
  public boolean sendsOnce() {
    return false;
  }
}
