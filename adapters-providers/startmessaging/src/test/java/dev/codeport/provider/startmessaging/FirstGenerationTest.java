package dev.codeport.provider.startmessaging;

final class FirstGenerationTest extends MakingCodes {
  FirstGenerationTest() {
    super(Generation.G1);
  }
}
