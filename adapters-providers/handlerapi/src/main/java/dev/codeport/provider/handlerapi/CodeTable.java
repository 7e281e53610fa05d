package dev.codeport.provider.handlerapi;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import java.util.Optional;
import java.util.Set;

/**
 * How one vendor calls our countries and platforms, and what it means by its own codes.
 *
 * <p>Data, not code: a vendor has a resource of countries and one of services beside this class,
 * often those of SMS-Activate, and a resource may extend another and say only what differs. Every
 * code listed is understood; where several mean one thing, one of them is used for ordering. A
 * vendor's code is a plain word here: suffixes of a wire, such as {@code wa_0}, are cut off before.
 *
 * <p>So a price listed under a code that is only understood, such as the virtual United States, is
 * not the price of what would be ordered: an offer counts only where {@code vendorCountry} and
 * {@code vendorService} lead back to the code it was listed under.
 */
public final class CodeTable {
  private final Codes<Country> countries;
  private final Codes<Platform> platforms;

  private CodeTable(Codes<Country> countries, Codes<Platform> platforms) {
    this.countries = countries;
    this.platforms = platforms;
  }

  /** SMS-Activate's codes, which most vendors kept and every client of the protocol knows. */
  public static CodeTable smsActivate() {
    return load("countries-sms-activate.tsv", "services-sms-activate.tsv");
  }

  /**
   * The table of two resources beside this class, over the standard atlas.
   *
   * @throws IllegalStateException when a resource is broken, saying file and line
   */
  static CodeTable load(String countriesResource, String servicesResource) {
    var atlas = Atlas.standard();
    return new CodeTable(
        Codes.of(CodeFile.load(countriesResource), atlas::countryByIso),
        Codes.of(CodeFile.load(servicesResource), atlas::platformBySlug));
  }

  /** The code to order this country by; empty when the vendor has none. */
  public Optional<String> vendorCountry(Country country) {
    return countries.codeOf(country);
  }

  /** What the vendor means by this country code; empty when we do not know. */
  public Optional<Country> country(String vendorCode) {
    return countries.meaningOf(vendorCode);
  }

  /** The code to order this platform by; empty when the vendor has none. */
  public Optional<String> vendorService(Platform platform) {
    return platforms.codeOf(platform);
  }

  /** What the vendor means by this service code; empty when we do not know. */
  public Optional<Platform> platform(String vendorCode) {
    return platforms.meaningOf(vendorCode);
  }

  /** Every country code that is understood. */
  Set<String> countryCodes() {
    return countries.all();
  }

  /** Every service code that is understood. */
  Set<String> serviceCodes() {
    return platforms.all();
  }
}
