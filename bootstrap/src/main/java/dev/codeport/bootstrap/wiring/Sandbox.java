package dev.codeport.bootstrap.wiring;

import dev.codeport.bootstrap.config.BadSettings;
import dev.codeport.bootstrap.config.Settings;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.VerificationRules;
import dev.codeport.provider.sandbox.SandboxSettings;
import dev.codeport.provider.sandbox.SandboxVendor;
import dev.codeport.provider.sandbox.sender.Phones;
import dev.codeport.provider.sandbox.sender.SandboxSender;
import dev.codeport.provider.sandbox.sender.SandboxSenderSettings;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The vendors and the sender on this machine, without any real SMS. */
final class Sandbox implements AutoCloseable {
  private static final String TEXTS = "texts";
  private static final String CODES = "codes";

  private final List<SandboxVendor> vendors;
  private final SandboxSender sender;

  /** What is sent to a number that one of the vendors rents out arrives there too. */
  private Sandbox(List<SandboxVendor> vendors, SandboxSender sender) {
    this.vendors = vendors;
    this.sender = sender;
    sender.onArrival(this::deliver);
  }

  /** The names under which its vendors are known, which no other may have. */
  static Set<String> names() {
    return offered().map(SandboxSettings::name).collect(Collectors.toSet());
  }

  private static Stream<SandboxSettings> offered() {
    return Stream.of(SandboxSettings.cheap(), SandboxSettings.swift());
  }

  static Sandbox start(
      Settings.Sandbox wanted,
      VerificationRules rules,
      Atlas atlas,
      InstantSource clock,
      RandomGenerator random) {
    var silent =
        wanted.silent().stream().map(word -> slug(word, atlas)).collect(Collectors.toSet());
    return new Sandbox(
        offered()
            .map(vendor -> vendor.withSilent(silent))
            .map(vendor -> wanted.instant() ? vendor.instant() : vendor)
            .map(vendor -> SandboxVendor.start(vendor, clock, random))
            .toList(),
        SandboxSender.start(sender(rules), clock, random));
  }

  /** One whose codes are as ours would be; how many go to a phone is for us to say. */
  private static SandboxSenderSettings sender(VerificationRules rules) {
    return SandboxSenderSettings.standard()
        .withCodeLength(rules.codeLength())
        .withAttempts(rules.mostGuesses())
        .withSendsPerPhone(0);
  }

  /** The same of who carries our words, and of who makes codes of his own if that one fails. */
  List<Settings.Vendor> asSenders() {
    var key = sender.apiKey().reveal();
    var secret = sender.webhookSecret().reveal();
    return List.of(
        new Settings.Vendor(
            TEXTS,
            "httpsms",
            Map.of(
                "url", sender.textUri().toString(),
                "api-key", key,
                "header-x-api-key", "{api_key}",
                "body", "{\"to\":\"{to}\",\"text\":\"{text}\",\"reference\":\"{reference}\"}",
                "id-pointer", "/id",
                "sends-once", "true",
                "callback-secret", secret,
                "callback-id", "id",
                "callback-status", "status",
                "callback-delivered", "delivered")),
        new Settings.Vendor(
            CODES,
            "startmessaging",
            Map.of(
                "url",
                sender.baseUri().toString(),
                "api-key",
                key,
                "code-length",
                Integer.toString(sender.settings().codeLength()),
                "webhook-secret",
                secret)));
  }

  /** Has the sender tell what became of its messages. */
  void tell(URI service) {
    var callbacks = service.resolve("/callbacks/senders/");
    sender.tell(callbacks.resolve(CODES));
    sender.tellOfTexts(callbacks.resolve(TEXTS + "?secret=" + sender.webhookSecret().reveal()));
  }

  /** What reached a phone, oldest first. */
  List<Phones.Message> inbox(PhoneNumber phone) {
    return sender.phones().inbox(phone);
  }

  /** How to reach them, as a setting of a real vendor would say it. */
  List<Settings.Vendor> asProviders() {
    return vendors.stream()
        .map(
            vendor ->
                new Settings.Vendor(
                    vendor.settings().name(),
                    "handlerapi",
                    Map.of(
                        "url", vendor.baseUri().toString(),
                        "api-key", vendor.apiKey().reveal())))
        .toList();
  }

  /** Makes an SMS arrive at a number; answers whether it waits for one. */
  boolean deliver(PhoneNumber phone, String text) {
    return vendors.stream().anyMatch(vendor -> vendor.deliver(phone, text));
  }

  private static String slug(String word, Atlas atlas) {
    var platform =
        word.matches("[1-9]\\d{0,5}")
            ? atlas.platform(new PlatformId(Integer.parseInt(word)))
            : atlas.platformBySlug(word);
    return platform
        .map(Platform::slug)
        .orElseThrow(() -> new BadSettings("sandbox.silent: there is no platform " + word));
  }

  @Override
  public void close() {
    vendors.forEach(SandboxVendor::close);
    sender.close();
  }
}
