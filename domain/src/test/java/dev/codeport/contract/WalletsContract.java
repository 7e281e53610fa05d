package dev.codeport.contract;

/** What {@link dev.codeport.domain.wallet.Wallets} and the money of changes must do. */
public interface WalletsContract extends EntriesContract, WalletRacesContract {}
