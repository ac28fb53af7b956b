package movierec.testkit.identity;

import java.util.List;
import movierec.identity.Account;
import movierec.identity.AccountStore;
import movierec.identity.ApiKeyStore;
import movierec.identity.CodeStore;
import movierec.identity.Mail;
import movierec.identity.MailSender;
import movierec.identity.PasswordHasher;
import movierec.identity.SessionStore;
import movierec.identity.TokenSigner;
import org.junit.jupiter.api.Nested;

/** The stand-ins keep the contracts of what they stand in for. */
final class InMemoryIdentityStoreTest {
    private final InMemoryIdentityStore store = new InMemoryIdentityStore();

    @Nested
    final class Accounts extends AccountStoreContract {
        @Override
        protected AccountStore accounts() {
            return store;
        }
    }

    @Nested
    final class Sessions extends SessionStoreContract {
        @Override
        protected SessionStore sessions() {
            return store;
        }

        @Override
        protected AccountStore accounts() {
            return store;
        }

        @Override
        protected void erase(Account account) {
            store.erase(account.userId());
        }
    }

    @Nested
    final class Codes extends CodeStoreContract {
        @Override
        protected CodeStore codes() {
            return store;
        }

        @Override
        protected AccountStore accounts() {
            return store;
        }
    }

    @Nested
    final class ApiKeys extends ApiKeyStoreContract {
        private final InMemoryApiKeyStore apiKeys = new InMemoryApiKeyStore();

        @Override
        protected ApiKeyStore keys() {
            return apiKeys;
        }
    }

    @Nested
    final class Hasher extends PasswordHasherContract {
        private final FakePasswordHasher fake = new FakePasswordHasher();

        @Override
        protected PasswordHasher hasher() {
            return fake;
        }
    }

    @Nested
    final class Signer extends TokenSignerContract {
        private final SettableClock clock = new SettableClock(Identities.NOW);
        private final FakeTokenSigner fake = new FakeTokenSigner(clock);

        @Override
        protected TokenSigner signer() {
            return fake;
        }

        @Override
        protected SettableClock clock() {
            return clock;
        }
    }

    @Nested
    final class Sender extends MailSenderContract {
        private final RecordingMailSender fake = new RecordingMailSender();

        @Override
        protected MailSender sender() {
            return fake;
        }

        @Override
        protected List<Mail> arrived() {
            return fake.sent();
        }
    }
}
