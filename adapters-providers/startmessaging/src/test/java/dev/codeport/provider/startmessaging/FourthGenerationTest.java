package dev.codeport.provider.startmessaging;

final class FourthGenerationTest extends MakingCodes {
  FourthGenerationTest() {
    super(Generation.G4);
  }
}
