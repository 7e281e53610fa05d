package dev.codeport.http.facade.smscode;

import dev.codeport.domain.order.Capabilities;
import org.jspecify.annotations.Nullable;

/** The eight keys that every order carries. */
record CapabilitiesView(
    boolean canFinish,
    boolean canResend,
    boolean canCancel,
    boolean canReplace,
    boolean canReactivate,
    @Nullable String resendAvailableAt,
    @Nullable String cancelAvailableAt,
    @Nullable String replaceAvailableAt) {
  static CapabilitiesView of(Capabilities can) {
    return new CapabilitiesView(
        can.canFinish(),
        can.canAnother(),
        can.canCancel(),
        can.canReplace(),
        can.canReactivate(),
        Wire.time(can.anotherAvailableAt()),
        Wire.time(can.cancelAvailableAt()),
        Wire.time(can.replaceAvailableAt()));
  }
}
