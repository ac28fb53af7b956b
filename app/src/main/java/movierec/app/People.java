package movierec.app;

import movierec.identity.Accounts;
import movierec.identity.ApiKeys;
import movierec.identity.IdentityProvider;
import movierec.identity.Sessions;

/** Who may come in. */
public record People(IdentityProvider identity, Accounts accounts, ApiKeys apiKeys, Sessions sessions) {}
