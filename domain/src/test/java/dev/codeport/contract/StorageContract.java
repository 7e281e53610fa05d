package dev.codeport.contract;

/** All that a {@link dev.codeport.domain.storage.Storage} must do. */
public interface StorageContract
    extends AtomicityContract,
        OrdersContract,
        WalletsContract,
        AccountsContract,
        SessionsContract,
        ActsContract,
        IdempotencyContract,
        OutboxContract,
        TiersContract,
        SettingsContract,
        RetentionContract,
        QueuesContract,
        EndpointsContract,
        FanOutContract,
        DeliveriesContract,
        DeliveryLogContract,
        VerificationsContract,
        FraudListsContract {}
