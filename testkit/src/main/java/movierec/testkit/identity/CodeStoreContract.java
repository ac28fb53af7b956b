package movierec.testkit.identity;

import static movierec.testkit.identity.Identities.NOW;
import static movierec.testkit.identity.Identities.account;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import movierec.identity.Account;
import movierec.identity.AccountStore;
import movierec.identity.CodePurpose;
import movierec.identity.CodeStore;
import movierec.identity.CodeStore.StoredCode;
import movierec.identity.UserId;
import org.junit.jupiter.api.Test;

/** What every store of mailed codes does. */
public abstract class CodeStoreContract {
    protected abstract CodeStore codes();

    /** The accounts the codes belong to. */
    protected abstract AccountStore accounts();

    @Test
    void hasNoCodeForAStranger() {
        UserId stranger = account("x@example.org").userId();
        codes().put(stranger, CodePurpose.RESET, new StoredCode("hash", NOW, 5));

        assertThat(codes().takeTry(stranger, CodePurpose.RESET)).isEmpty();
    }

    @Test
    void givesNoMoreTriesThanThereAre() {
        UserId anna = anna();
        codes().put(anna, CodePurpose.CONFIRM, new StoredCode("hash", NOW, 2));

        assertThat(codes().takeTry(anna, CodePurpose.CONFIRM)).contains(new StoredCode("hash", NOW, 1));
        assertThat(codes().takeTry(anna, CodePurpose.CONFIRM)).contains(new StoredCode("hash", NOW, 0));
        assertThat(codes().takeTry(anna, CodePurpose.CONFIRM)).isEmpty();
    }

    @Test
    void simultaneousGuessesGetNoMoreTriesThanThereAre() {
        UserId anna = anna();
        codes().put(anna, CodePurpose.CONFIRM, new StoredCode("hash", NOW, 5));

        List<Optional<StoredCode>> tries = Together.call(12, i -> codes().takeTry(anna, CodePurpose.CONFIRM));

        assertThat(tries).filteredOn(Optional::isPresent).hasSize(5);
    }

    @Test
    void exactlyOneCallerRemovesACode() {
        UserId anna = anna();
        codes().put(anna, CodePurpose.CONFIRM, new StoredCode("hash", NOW, 5));

        List<Boolean> removed = Together.call(8, i -> codes().remove(anna, CodePurpose.CONFIRM, "hash"));

        assertThat(removed).containsOnlyOnce(true);
        assertThat(codes().takeTry(anna, CodePurpose.CONFIRM)).isEmpty();
    }

    @Test
    void aNewCodeReplacesTheOneBefore() {
        UserId anna = anna();
        codes().put(anna, CodePurpose.RESET, new StoredCode("old", NOW, 0));
        codes().put(anna, CodePurpose.RESET, new StoredCode("new", NOW.plusSeconds(9), 5));

        assertThat(codes().remove(anna, CodePurpose.RESET, "old")).isFalse();
        assertThat(codes().takeTry(anna, CodePurpose.RESET)).contains(new StoredCode("new", NOW.plusSeconds(9), 4));
    }

    @Test
    void purposesDoNotMix() {
        UserId anna = anna();
        codes().put(anna, CodePurpose.CONFIRM, new StoredCode("hash", NOW, 5));

        assertThat(codes().takeTry(anna, CodePurpose.RESET)).isEmpty();
        assertThat(codes().remove(anna, CodePurpose.RESET, "hash")).isFalse();
    }

    private UserId anna() {
        Account anna = account("anna@example.org");
        return accounts().create(anna, anna).orElseThrow().userId();
    }
}
