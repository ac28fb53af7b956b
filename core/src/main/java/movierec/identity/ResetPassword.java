package movierec.identity;

/** Sets a new password for someone who has forgotten theirs but reads their mail. Thread-safe. */
final class ResetPassword {
    private final Confirmation confirmation;
    private final AccountStore store;
    private final Passwords passwords;
    private final Codes codes;

    ResetPassword(Confirmation confirmation, AccountStore store, Passwords passwords, Codes codes) {
        this.confirmation = confirmation;
        this.store = store;
        this.passwords = passwords;
        this.codes = codes;
    }

    void sendCode(Email email) {
        store.find(email).ifPresent(account -> codes.send(account, CodePurpose.RESET));
    }

    /** Sets the password and ends all sessions. Returns the address. */
    Email reset(String email, String code, String newPassword) {
        Faults faults = new Faults().code(code);
        passwords.check(email, newPassword, faults);
        faults.refuse();
        Email address = new Email(email);
        Account account = codes.redeem(store.find(address), CodePurpose.RESET, code);
        store.replacePassword(account.userId(), passwords.hash(newPassword));
        if (confirmation == Confirmation.MAIL) {
            // The code has shown that the address is theirs, which is all that confirmation asks.
            store.update(account.userId(), Account::asConfirmed);
        }
        return address;
    }
}
