package movierec.identity;

import java.util.Optional;
import movierec.identity.IdentityProvider.SignedUp;

/** Creates accounts for whoever asks, and confirms them by mail where that is set. Thread-safe. */
final class SignUp {
    private final Confirmation confirmation;
    private final Accounts accounts;
    private final AccountStore store;
    private final Codes codes;

    SignUp(Confirmation confirmation, Accounts accounts, AccountStore store, Codes codes) {
        this.confirmation = confirmation;
        this.accounts = accounts;
        this.store = store;
        this.codes = codes;
    }

    SignedUp signUp(String email, String password) {
        Account account = accounts.create(email, password, confirmation);
        if (confirmation == Confirmation.MAIL) {
            codes.send(account, CodePurpose.CONFIRM);
        }
        return new SignedUp(account.profile(), account.role(), account.confirmed());
    }

    void confirm(Email email, String code) {
        Account account = codes.redeem(store.find(email), CodePurpose.CONFIRM, code);
        store.update(account.userId(), Account::asConfirmed);
    }

    /** Sends a new code to an account that waits for one. */
    void resend(Email email) {
        Optional<Account> waiting = store.find(email).filter(account -> !account.confirmed());
        if (confirmation == Confirmation.MAIL && waiting.isPresent()) {
            codes.send(waiting.get(), CodePurpose.CONFIRM);
        }
    }
}
