package dev.codeport.provider.kit;

/** What a call is for; the two fail, and recover, apart from each other. */
enum Purpose {
  /** To take a number. */
  BUY,
  /** Everything else: to look after what was taken, and to ask what there is. */
  KEEP
}
