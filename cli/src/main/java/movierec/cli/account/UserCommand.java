package movierec.cli.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import movierec.app.Movierec;
import movierec.cli.shell.CommandFailed;
import movierec.cli.shell.Json;
import movierec.cli.shell.Setup;
import movierec.cli.shell.Table;
import movierec.failure.Refusal;
import movierec.identity.Account;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code movierec user}. */
@Command(
        name = "user",
        description = "Create, list, promote, confirm and delete accounts.",
        footer = "  movierec user create ann@example.org")
public final class UserCommand {
    private static final int PAGE = 500;
    private static final String EMAIL = "E-mail address of the account.";

    private final Setup setup;

    public UserCommand(Setup setup) {
        this.setup = setup;
    }

    @Command(
            name = "create",
            description = "Create an account that may sign in at once. The first account of all is an admin.",
            footer = {
                "  movierec user create ann@example.org",
                "  printf '%%s\\n' \"$PASSWORD\" | movierec user create ann@example.org --password-stdin"
            })
    int create(
            @Parameters(paramLabel = "EMAIL", description = EMAIL) String email,
            @Option(names = "--password-stdin", description = "Read the password from the standard input, one line.")
                    boolean passwordFromInput) {
        String password = passwordFromInput ? setup.shell().readLine() : askNewPassword();
        try (Movierec movierec = setup.open()) {
            Account account = movierec.people().accounts().create(email, password);
            setup.out()
                    .println(
                            "Created " + account.email() + " (" + account.role().word() + ")");
        }
        return 0;
    }

    @Command(
            name = "password",
            description = "Set a new password and end every session of the account.",
            footer = "  movierec user password ann@example.org")
    int password(
            @Parameters(paramLabel = "EMAIL", description = EMAIL) String email,
            @Option(names = "--password-stdin", description = "Read the password from the standard input, one line.")
                    boolean passwordFromInput) {
        String password = passwordFromInput ? setup.shell().readLine() : askNewPassword();
        try (Movierec movierec = setup.open()) {
            movierec.people().accounts().setPassword(email, password);
        }
        setup.out().println("Set a new password for " + email);
        return 0;
    }

    private String askNewPassword() {
        String password = setup.shell()
                .askSecret("Password")
                .orElseThrow(
                        () -> new CommandFailed("there is no terminal to ask for a password; use --password-stdin"));
        String again = setup.shell().askSecret("Once more").orElse("");
        if (!password.equals(again)) {
            throw new CommandFailed("the two passwords differ");
        }
        return password;
    }

    @Command(
            name = "promote",
            description = "Make an account an admin.",
            footer = "  movierec user promote ann@example.org")
    int promote(@Parameters(paramLabel = "EMAIL", description = EMAIL) String email) {
        try (Movierec movierec = setup.open()) {
            setup.out().println(movierec.people().accounts().promote(email).email() + " is an admin now");
        }
        return 0;
    }

    @Command(
            name = "confirm",
            description = "Let a new account sign in, where confirmation is left to the admin or the mail never came.",
            footer = "  movierec user confirm ann@example.org")
    int confirm(@Parameters(paramLabel = "EMAIL", description = EMAIL) String email) {
        try (Movierec movierec = setup.open()) {
            setup.out().println(movierec.people().accounts().confirm(email).email() + " may sign in now");
        }
        return 0;
    }

    @Command(
            name = "list",
            description = "List all accounts, oldest first.",
            footer = {"  movierec user list", "  movierec user list --json"})
    int list(@Option(names = "--json", description = Setup.JSON) boolean json) {
        List<Account> accounts = new ArrayList<>();
        try (Movierec movierec = setup.open()) {
            List<Account> page;
            do {
                page = movierec.people().accounts().list(accounts.size(), PAGE);
                accounts.addAll(page);
            } while (page.size() == PAGE);
        }
        if (json) {
            Json.print(Map.of("users", accounts.stream().map(UserCommand::asMap).toList()), setup.out());
            return 0;
        }
        Table table = new Table("EMAIL", "ROLE", "CONFIRMED", "CREATED", "USER ID");
        accounts.forEach(account -> table.row(
                account.email(),
                account.role().word(),
                account.confirmed() ? "yes" : "no",
                account.createdAt(),
                account.userId().value()));
        table.print(setup.out());
        return 0;
    }

    private static Map<String, Object> asMap(Account account) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("userId", account.userId().value());
        map.put("email", account.email().typed());
        map.put("role", account.role().word());
        map.put("confirmed", account.confirmed());
        map.put("createdAt", account.createdAt().toString());
        return map;
    }

    @Command(
            name = "delete",
            description = "Erase an account and everything kept about its user, at once and for good.",
            footer = {"  movierec user delete ann@example.org", "  movierec user delete ann@example.org --yes --json"})
    int delete(
            @Parameters(paramLabel = "EMAIL", description = EMAIL) String email,
            @Option(names = "--yes", description = "Do not ask.") boolean sure,
            @Option(names = "--json", description = Setup.JSON) boolean json) {
        try (Movierec movierec = setup.open()) {
            Account account = movierec.people()
                    .accounts()
                    .find(email)
                    .orElseThrow(() -> new Refusal.NotFound("There is no such account"));
            if (!sure && !setup.shell().confirm("Erase " + account.email() + " and all their data?")) {
                throw new CommandFailed("nothing was erased; answer y, or give --yes");
            }
            Map<String, Integer> erased = movierec.stores().userData().erase(account.userId());
            movierec.people().identity().forget(account.userId());
            report(account, erased, json);
        }
        return 0;
    }

    private void report(Account account, Map<String, Integer> erased, boolean json) {
        if (json) {
            Map<String, Object> receipt = new LinkedHashMap<>();
            receipt.put("userId", account.userId().value());
            receipt.put("erased", erased);
            Json.print(receipt, setup.out());
            return;
        }
        int rows = erased.values().stream().mapToInt(Integer::intValue).sum();
        setup.out().println("Erased " + account.email() + ": " + rows + " rows");
    }
}
