package dev.codeport.application;

import dev.codeport.application.account.Authenticate;
import dev.codeport.application.account.KeepSessions;
import dev.codeport.application.account.ManageAccounts;
import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.application.catalog.ReadSuccess;
import dev.codeport.application.catalog.ReportCatalog;
import dev.codeport.application.live.AwaitEvents;
import dev.codeport.application.live.AwaitOrder;
import dev.codeport.application.live.ReadEvents;
import dev.codeport.application.operator.ActAsOperator;
import dev.codeport.application.operator.ReadActs;
import dev.codeport.application.order.CancelOrder;
import dev.codeport.application.order.ClaimRequest;
import dev.codeport.application.order.FinishOrder;
import dev.codeport.application.order.PlaceOrder;
import dev.codeport.application.order.QueueCancel;
import dev.codeport.application.order.ReactivateOrder;
import dev.codeport.application.order.ReadOrders;
import dev.codeport.application.order.ReceivePush;
import dev.codeport.application.order.ReplaceOrder;
import dev.codeport.application.order.RequestAnotherCode;
import dev.codeport.application.pricing.ReadExchangeRate;
import dev.codeport.application.pricing.SetPrices;
import dev.codeport.application.vendor.ReadVendors;
import dev.codeport.application.vendor.ReconcileVendor;
import dev.codeport.application.verification.CancelVerification;
import dev.codeport.application.verification.CheckVerification;
import dev.codeport.application.verification.ManageFraudLists;
import dev.codeport.application.verification.PassCodes;
import dev.codeport.application.verification.ReadSends;
import dev.codeport.application.verification.ReadVerifications;
import dev.codeport.application.verification.ResendVerification;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.application.verification.TakeReceipts;
import dev.codeport.application.wallet.FundAccount;
import dev.codeport.application.wallet.ReadWallet;
import dev.codeport.application.webhook.ConfigureWebhook;
import dev.codeport.application.webhook.ManageEndpoints;
import dev.codeport.application.webhook.ReadDeliveries;
import dev.codeport.application.webhook.RedeliverWebhook;
import dev.codeport.application.webhook.TestEndpoint;
import dev.codeport.application.webhook.TestWebhook;
import dev.codeport.application.worker.ReadWork;
import dev.codeport.application.worker.Workers;

/**
 * The whole of Codeport for a service that embeds it: every use case by its own name. Safe for any
 * number of threads; calls block, so make them on virtual threads.
 */
public interface Codeport
    extends BrowseCatalog,
        ReadSuccess,
        PlaceOrder,
        ReadOrders,
        CancelOrder,
        QueueCancel,
        FinishOrder,
        RequestAnotherCode,
        ReactivateOrder,
        ReplaceOrder,
        ClaimRequest,
        ReadEvents,
        AwaitEvents,
        AwaitOrder,
        ReadWallet,
        FundAccount,
        Authenticate,
        ManageAccounts,
        KeepSessions,
        ReadExchangeRate,
        SetPrices,
        ReadVendors,
        ReconcileVendor,
        ReportCatalog,
        ReceivePush,
        ConfigureWebhook,
        TestWebhook,
        ManageEndpoints,
        TestEndpoint,
        ReadDeliveries,
        RedeliverWebhook,
        StartVerification,
        ResendVerification,
        CheckVerification,
        CancelVerification,
        PassCodes,
        ReadVerifications,
        ReadSends,
        TakeReceipts,
        ManageFraudLists,
        ActAsOperator,
        ReadActs,
        ReadWork {

  Workers workers();
}
