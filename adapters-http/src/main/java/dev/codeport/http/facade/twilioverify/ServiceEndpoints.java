package dev.codeport.http.facade.twilioverify;

import dev.codeport.domain.account.Account;
import dev.codeport.http.api.Customer;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code Services}: the account's one, made with the account. */
final class ServiceEndpoints {
  private static final int LONGEST_NAME = 32;
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 1000;

  private final Services services;

  ServiceEndpoints(Services services) {
    this.services = services;
  }

  Reply fetch(Customer customer, Request request) {
    return services.ofService(
        customer,
        request,
        () -> Reply.json(200, ServiceView.of(customer.holder().account(), services.url(request))));
  }

  Reply list(Customer customer, Request request) {
    var at = services.url(request);
    var size = size(request.query());
    var page = at + "?PageSize=" + size + "&Page=0";
    return Reply.json(
        200,
        new ServicesView(
            List.of(ServiceView.of(customer.holder().account(), at)),
            new PageMeta("services", page, null, null, page, 0, size)));
  }

  private static long size(Query query) {
    return Math.clamp(query.int64("PageSize").orElse((long) USUAL_PAGE), 1L, LARGEST_PAGE);
  }

  record ServicesView(List<ServiceView> services, PageMeta meta) {}

  /**
   * @param codeLength null: what the deployment has set
   */
  record ServiceView(
      String sid,
      String accountSid,
      String friendlyName,
      @Nullable Integer codeLength,
      boolean lookupEnabled,
      boolean psd2Enabled,
      boolean skipSmsToLandlines,
      boolean dtmfInputRequired,
      @Nullable String ttsName,
      boolean doNotShareWarningEnabled,
      boolean customCodeEnabled,
      Map<String, String> push,
      Map<String, String> totp,
      @Nullable String defaultTemplateSid,
      boolean verifyEventSubscriptionEnabled,
      String dateCreated,
      String dateUpdated,
      String url,
      Map<String, String> links) {
    static ServiceView of(Account account, String services) {
      var sid = Sids.service(account.id());
      var url = services + "/" + sid;
      var name = account.name();
      var opened = VerificationView.time(account.openedAt());
      return new ServiceView(
          sid,
          Sids.account(account.id()),
          name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
          null,
          false,
          false,
          true,
          false,
          null,
          false,
          true,
          Map.of(),
          Map.of(),
          null,
          false,
          opened,
          opened,
          url,
          Map.of(
              "verifications", url + "/Verifications",
              "verification_checks", url + "/VerificationCheck"));
    }
  }
}
