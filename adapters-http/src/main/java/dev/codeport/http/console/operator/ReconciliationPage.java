package dev.codeport.http.console.operator;

import dev.codeport.application.vendor.ReconcileVendor;

/** What the template {@code reconciliation} shows. */
public record ReconciliationPage(ReconcileVendor.Reconciled compared) {
  public static String word(ReconcileVendor.Kind kind) {
    return VendorsPage.word(kind);
  }
}
