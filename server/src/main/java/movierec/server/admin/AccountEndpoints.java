package movierec.server.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import movierec.identity.Account;
import movierec.identity.Accounts;
import movierec.server.http.Answer;
import movierec.server.http.Call;
import movierec.server.http.Paging;
import movierec.server.identity.AccountJson;

/** {@code /api/admin/accounts}: who has an account, and letting them in or up. */
public final class AccountEndpoints {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final Accounts accounts;

    public AccountEndpoints(Accounts accounts) {
        this.accounts = accounts;
    }

    /** A page of accounts, oldest first. */
    public Answer list(Call call) {
        Paging paging = Paging.read(call.query(), DEFAULT_LIMIT, MAX_LIMIT);
        call.check();
        List<Account> found = accounts.list(paging.offset(), paging.limit() + 1);
        ObjectNode page = JsonNodeFactory.instance.objectNode().put("page", paging.page());
        ArrayNode results = page.putArray("results");
        found.stream().limit(paging.limit()).map(AccountJson::of).forEach(results::add);
        Answer answer = Answer.ok(page);
        return found.size() > paging.limit()
                ? answer.header("Link", Paging.link(call, "page", Integer.toString(paging.page() + 1), "next"))
                : answer;
    }

    /** Makes an account an admin. */
    public Answer promote(Call call) {
        return change(call, accounts::promote);
    }

    /** Lets a new account sign in. */
    public Answer confirm(Call call) {
        return change(call, accounts::confirm);
    }

    private static Answer change(Call call, Change change) {
        String email = call.body().text("email", 300);
        call.check();
        return Answer.ok(AccountJson.of(change.of(email)));
    }

    /** What is done to the account of an e-mail address. */
    private interface Change {
        Account of(String email);
    }
}
