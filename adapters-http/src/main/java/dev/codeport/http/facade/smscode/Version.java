package dev.codeport.http.facade.smscode;

/** Which money an answer speaks: rupiah, or dollars projected from them. */
enum Version {
  V1("/v1"),
  V2("/v2");

  private final String prefix;

  Version(String prefix) {
    this.prefix = prefix;
  }

  String prefix() {
    return prefix;
  }
}
