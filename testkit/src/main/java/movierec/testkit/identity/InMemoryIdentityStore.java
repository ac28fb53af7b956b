package movierec.testkit.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import movierec.identity.Account;
import movierec.identity.AccountStore;
import movierec.identity.CodePurpose;
import movierec.identity.CodeStore;
import movierec.identity.Email;
import movierec.identity.Profile;
import movierec.identity.RefreshToken;
import movierec.identity.SessionStore;
import movierec.identity.UserId;
import movierec.identity.VerifiedUser;

/** Accounts, sessions and codes in maps, behind one lock. */
public final class InMemoryIdentityStore implements AccountStore, SessionStore, CodeStore {
    private final Map<UserId, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Kept> tokens = new LinkedHashMap<>();
    private final Map<String, StoredCode> codes = new HashMap<>();

    @Override
    public synchronized Optional<Account> create(Account account, Account ifFirst) {
        if (find(account.email()).isPresent()) {
            return Optional.empty();
        }
        Account stored = accounts.isEmpty() ? ifFirst : account;
        accounts.put(stored.userId(), stored);
        return Optional.of(stored);
    }

    @Override
    public synchronized Optional<Account> find(UserId userId) {
        return Optional.ofNullable(accounts.get(userId));
    }

    @Override
    public synchronized Optional<Account> find(Email email) {
        return accounts.values().stream()
                .filter(account -> account.email().key().equals(email.key()))
                .findFirst();
    }

    @Override
    public Optional<Profile> profile(UserId userId) {
        return find(userId).map(Account::profile);
    }

    @Override
    public synchronized List<Account> list(int offset, int limit) {
        return accounts.values().stream().skip(offset).limit(limit).toList();
    }

    @Override
    public synchronized Optional<Account> update(UserId userId, UnaryOperator<Account> change) {
        return Optional.ofNullable(accounts.computeIfPresent(userId, (id, account) -> change.apply(account)));
    }

    @Override
    public synchronized void replacePassword(UserId userId, String passwordHash) {
        update(userId, account -> account.withPasswordHash(passwordHash));
        endAll(userId);
    }

    /** Erases an account with all that belongs to it. */
    public synchronized void erase(UserId userId) {
        accounts.remove(userId);
        endAll(userId);
        codes.keySet().removeIf(key -> key.startsWith(userId + " "));
    }

    @Override
    public synchronized boolean open(RefreshToken first, Account account) {
        boolean unchanged = find(account.userId())
                .filter(now -> now.passwordHash().equals(account.passwordHash()))
                .isPresent();
        if (unchanged) {
            tokens.put(first.hash(), new Kept(first, false));
        }
        return unchanged;
    }

    @Override
    public synchronized Rotation rotate(String hash, String nextHash, Instant now, Instant nextExpiresAt) {
        Kept kept = tokens.get(hash);
        if (kept == null || !now.isBefore(kept.token.expiresAt())) {
            return new Rotation.Unknown();
        }
        if (kept.used) {
            end(hash);
            return new Rotation.Reused();
        }
        RefreshToken next = new RefreshToken(nextHash, kept.token.sessionId(), kept.token.userId(), now, nextExpiresAt);
        tokens.put(hash, new Kept(kept.token, true));
        tokens.put(nextHash, new Kept(next, false));
        return new Rotation.Rotated(next);
    }

    @Override
    public synchronized boolean end(String hash) {
        Kept kept = tokens.get(hash);
        return kept != null
                && tokens.values().removeIf(other -> other.token.sessionId().equals(kept.token.sessionId()));
    }

    @Override
    public synchronized int endAll(UserId userId) {
        int before = tokens.size();
        tokens.values().removeIf(kept -> kept.token.userId().equals(userId));
        return before - tokens.size();
    }

    @Override
    public synchronized Optional<VerifiedUser> user(String sessionId) {
        return tokens.values().stream()
                .filter(kept -> kept.token.sessionId().equals(sessionId))
                .findFirst()
                .flatMap(kept -> find(kept.token.userId()))
                .map(account -> new VerifiedUser(account.userId(), account.role()));
    }

    @Override
    public synchronized int deleteExpired(Instant moment) {
        int before = tokens.size();
        tokens.values().removeIf(kept -> kept.token.expiresAt().isBefore(moment));
        return before - tokens.size();
    }

    @Override
    public synchronized void put(UserId userId, CodePurpose purpose, StoredCode code) {
        if (accounts.containsKey(userId)) {
            codes.put(userId + " " + purpose, code);
        }
    }

    @Override
    public synchronized Optional<StoredCode> takeTry(UserId userId, CodePurpose purpose) {
        StoredCode code = codes.get(userId + " " + purpose);
        if (code == null || code.triesLeft() == 0) {
            return Optional.empty();
        }
        StoredCode after = new StoredCode(code.hash(), code.expiresAt(), code.triesLeft() - 1);
        codes.put(userId + " " + purpose, after);
        return Optional.of(after);
    }

    @Override
    public synchronized boolean remove(UserId userId, CodePurpose purpose, String hash) {
        List<String> removed = new ArrayList<>();
        codes.entrySet().removeIf(entry -> {
            boolean wanted = entry.getKey().equals(userId + " " + purpose)
                    && entry.getValue().hash().equals(hash);
            if (wanted) {
                removed.add(hash);
            }
            return wanted;
        });
        return !removed.isEmpty();
    }

    private record Kept(RefreshToken token, boolean used) {}
}
