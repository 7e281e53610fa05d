package dev.codeport.contract;

/** What {@link dev.codeport.domain.order.Orders} must do. */
public interface OrdersContract
    extends OrderStatesContract,
        OrderListsContract,
        OrderMessagesContract,
        AttemptsContract,
        DueOrdersContract,
        OrderHistoryContract,
        OutcomesContract {}
