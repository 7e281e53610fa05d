package dev.codeport.provider.startmessaging;

final class ThirdGenerationTest extends TakingCodes {
  ThirdGenerationTest() {
    super(Generation.G3);
  }
}
