package dev.codeport.domain.phone;

/** What a number is for, by the plan of its country. */
public enum NumberKind {
  MOBILE,
  FIXED_LINE,
  /** Where the plan does not tell the two apart, as in North America. */
  FIXED_LINE_OR_MOBILE,
  VOIP,
  TOLL_FREE,
  PREMIUM_RATE,
  SHARED_COST,
  PERSONAL_NUMBER,
  PAGER,
  UNIVERSAL_ACCESS,
  VOICEMAIL,
  UNKNOWN
}
