package movierec.testkit.identity;

import static movierec.testkit.identity.Identities.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import movierec.failure.Refusal;
import movierec.identity.Account;
import movierec.identity.AccountStore;
import movierec.identity.Email;
import movierec.identity.Role;
import movierec.identity.UserId;
import org.junit.jupiter.api.Test;

/** What every account store does. */
public abstract class AccountStoreContract {
    /** The store under test: the same one for the whole of a test, empty at first. */
    protected abstract AccountStore accounts();

    @Test
    void refusesASecondAccountWithTheSameAddressInOtherLetters() {
        accounts().create(account("anna@example.org"), account("anna@example.org"));

        Optional<Account> second = accounts().create(account("Anna@Example.ORG"), account("Anna@Example.ORG"));

        assertThat(second).isEmpty();
        assertThat(accounts().list(0, 10)).hasSize(1);
    }

    @Test
    void oneOfManySimultaneousSignUpsWithOneAddressWins() {
        List<Optional<Account>> results =
                Together.call(8, i -> accounts().create(account("anna@example.org"), account("anna@example.org")));

        assertThat(results).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(accounts().list(0, 10)).hasSize(1);
    }

    @Test
    void exactlyOneOfManySimultaneousAccountsIsTheFirst() {
        Together.call(8, i -> {
            Account account = account("user" + i + "@example.org");
            return accounts().create(account, account.withRole(Role.ADMIN));
        });

        assertThat(accounts().list(0, 10))
                .hasSize(8)
                .filteredOn(a -> a.role() == Role.ADMIN)
                .hasSize(1);
    }

    @Test
    void knowsNobodyItWasNotTold() {
        UserId stranger = account("x@example.org").userId();

        assertThat(accounts().find(stranger)).isEmpty();
        assertThat(accounts().find(new Email("x@example.org"))).isEmpty();
        assertThat(accounts().profile(stranger)).isEmpty();
        assertThat(accounts().update(stranger, Account::asConfirmed)).isEmpty();
        assertThat(accounts().list(0, 10)).isEmpty();
    }

    @Test
    void returnsAnAccountAsItWasStored() {
        Account anna = account("Anna@example.org");

        Optional<Account> created = accounts().create(anna, anna.withRole(Role.ADMIN));

        assertThat(created).contains(anna.withRole(Role.ADMIN));
        assertThat(accounts().find(anna.userId())).contains(anna.withRole(Role.ADMIN));
        assertThat(accounts().find(new Email("anna@EXAMPLE.org"))).contains(anna.withRole(Role.ADMIN));
        assertThat(accounts().profile(anna.userId())).contains(anna.profile());
    }

    @Test
    void changesWhatAnUpdateChanges() {
        Account anna = account("anna@example.org");
        accounts().create(anna, anna);
        Account wanted = anna.asConfirmed().withRole(Role.ADMIN).withPasswordHash("other");

        Optional<Account> updated = accounts()
                .update(anna.userId(), a -> a.asConfirmed().withRole(Role.ADMIN).withPasswordHash("other"));

        assertThat(updated).contains(wanted);
        assertThat(accounts().find(anna.userId())).contains(wanted);
    }

    @Test
    void keepsTheAccountWhenAnUpdateThrows() {
        Account anna = account("anna@example.org");
        accounts().create(anna, anna);

        assertThatThrownBy(() -> accounts().update(anna.userId(), a -> {
                    throw new Refusal.NotFound("no");
                }))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(accounts().find(anna.userId())).contains(anna);
    }

    @Test
    void losesNoneOfManySimultaneousUpdates() {
        Account anna = account("anna@example.org").withPasswordHash("");
        accounts().create(anna, anna);

        Together.call(8, i -> accounts().update(anna.userId(), a -> a.withPasswordHash(a.passwordHash() + "x")));

        assertThat(accounts().find(anna.userId()).orElseThrow().passwordHash()).isEqualTo("xxxxxxxx");
    }

    @Test
    void listsPagesOldestFirst() {
        for (int i = 0; i < 5; i++) {
            Account account = account("user" + i + "@example.org");
            accounts().create(account, account);
        }

        List<Account> page = accounts().list(1, 3);

        assertThat(page)
                .extracting(account -> account.email().typed())
                .containsExactly("user1@example.org", "user2@example.org", "user3@example.org");
    }
}
