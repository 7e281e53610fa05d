package dev.codeport.provider.startmessaging;

final class SecondGenerationTest extends TakingCodes {
  SecondGenerationTest() {
    super(Generation.G2);
  }
}
