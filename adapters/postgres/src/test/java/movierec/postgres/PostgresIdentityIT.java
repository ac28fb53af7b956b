package movierec.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Map;
import movierec.identity.Account;
import movierec.identity.AccountStore;
import movierec.identity.ApiKeyStore;
import movierec.identity.CodeStore;
import movierec.identity.Confirmation;
import movierec.identity.IdentityPorts;
import movierec.identity.IdentityProvider;
import movierec.identity.LocalIdentity;
import movierec.identity.SessionStore;
import movierec.testkit.identity.AccountStoreContract;
import movierec.testkit.identity.ApiKeyStoreContract;
import movierec.testkit.identity.CodeStoreContract;
import movierec.testkit.identity.FakePasswordHasher;
import movierec.testkit.identity.FakeTokenSigner;
import movierec.testkit.identity.Identities;
import movierec.testkit.identity.IdentityProviderContract;
import movierec.testkit.identity.RecordingMailSender;
import movierec.testkit.identity.SessionStoreContract;
import movierec.testkit.identity.SettableClock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresIdentityIT {
    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    private final PostgresDatabase database = fresh.database();
    private final PostgresAccountStore accountStore = new PostgresAccountStore(database);
    private final PostgresSessionStore sessionStore = new PostgresSessionStore(database);
    private final PostgresCodeStore codeStore = new PostgresCodeStore(database);

    @Test
    void erasureOfAUserTakesTheAccountAndItsProfile() {
        Account anna = Identities.account("anna@example.org");
        accountStore.create(anna, anna);

        Map<String, Integer> erased = new PostgresUserData(database).erase(anna.userId());

        assertThat(erased).containsEntry("accounts", 1).containsEntry("user_profiles", 1);
        assertThat(accountStore.find(anna.userId())).isEmpty();
        assertThat(accountStore.profile(anna.userId())).isEmpty();
        assertThat(accountStore.create(anna, anna)).isPresent();
    }

    @Nested
    final class Accounts extends AccountStoreContract {
        @Override
        protected AccountStore accounts() {
            return accountStore;
        }
    }

    @Nested
    final class Sessions extends SessionStoreContract {
        @Override
        protected SessionStore sessions() {
            return sessionStore;
        }

        @Override
        protected AccountStore accounts() {
            return accountStore;
        }

        @Override
        protected void erase(Account account) {
            new PostgresUserData(database).erase(account.userId());
        }
    }

    @Nested
    final class Codes extends CodeStoreContract {
        @Override
        protected CodeStore codes() {
            return codeStore;
        }

        @Override
        protected AccountStore accounts() {
            return accountStore;
        }
    }

    @Nested
    final class ApiKeys extends ApiKeyStoreContract {
        @Override
        protected ApiKeyStore keys() {
            return new PostgresApiKeyStore(database);
        }
    }

    @Nested
    final class Provider extends IdentityProviderContract {
        private final SettableClock clock = new SettableClock(Identities.NOW);
        private final RecordingMailSender mail = new RecordingMailSender();
        private final LocalIdentity identity = new LocalIdentity(
                new IdentityPorts(
                        accountStore,
                        sessionStore,
                        codeStore,
                        new FakePasswordHasher(),
                        new FakeTokenSigner(clock),
                        mail,
                        new SecureRandom(),
                        clock,
                        Runnable::run),
                Confirmation.MAIL);

        @Override
        protected IdentityProvider provider() {
            return identity;
        }

        @Override
        protected String lastCode(String email) {
            return mail.lastCode(email);
        }
    }
}
