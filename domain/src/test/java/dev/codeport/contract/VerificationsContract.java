package dev.codeport.contract;

/** All that {@link dev.codeport.domain.verification.Verifications} must do. */
public interface VerificationsContract
    extends VerificationStatesContract,
        VerificationGuessesContract,
        VerificationTallyContract,
        VerificationClaimsContract,
        VerificationListsContract,
        DispatchesContract,
        SendsContract,
        VerificationRetentionContract {}
