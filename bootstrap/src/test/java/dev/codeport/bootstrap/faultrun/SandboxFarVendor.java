package dev.codeport.bootstrap.faultrun;

import dev.codeport.contract.FarVendor;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.sandbox.Books;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.net.URI;
import java.util.List;

/** A sandbox vendor as one of several fakes; it has mishaps of its own at the counter. */
record SandboxFarVendor(SandboxVendor vendor) implements FarVendor {
  private static final List<Fault.Kind> KINDS =
      List.of(
          Fault.Kind.LATE_SMS,
          Fault.Kind.SAME_NUMBER,
          Fault.Kind.DEARER,
          Fault.Kind.SMS_AFTER_CANCEL);

  SandboxFarVendor {
    for (var kind : KINDS) {
      vendor.plan(Fault.of(kind)); // at least once
    }
    vendor.planAtRate(Fault.of(Fault.Kind.LATE_SMS), 0.04);
    vendor.planAtRate(Fault.of(Fault.Kind.SAME_NUMBER), 0.02);
    vendor.planAtRate(Fault.of(Fault.Kind.DEARER), 0.02);
    vendor.planAtRate(Fault.of(Fault.Kind.SMS_AFTER_CANCEL), 0.25);
  }

  @Override
  public URI base() {
    return vendor.baseUri();
  }

  @Override
  public Secret token() {
    return vendor.apiKey();
  }

  /** Its prices are its own. */
  @Override
  public void stock(Money price, int count) {
    vendor.restock("id", "whatsapp", count);
    vendor.restock("id", "telegram", count);
  }

  @Override
  public boolean deliver(PhoneNumber phone, String text) {
    return vendor.deliver(phone, text);
  }

  @Override
  public List<Sold> sold() {
    return vendor.books().activations().stream().map(SandboxFarVendor::sold).toList();
  }

  private static Sold sold(Books.Entry entry) {
    return new Sold(
        entry.id(),
        entry.reference(),
        entry.phone(),
        entry.cost(),
        entry.startedAt(),
        entry.state().isOpen(),
        entry.refunded(),
        entry.smsSent());
  }

  @Override
  public void close() {
    vendor.close();
  }
}
