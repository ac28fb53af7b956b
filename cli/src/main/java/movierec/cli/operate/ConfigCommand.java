package movierec.cli.operate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import movierec.app.Config;
import movierec.cli.shell.Json;
import movierec.cli.shell.Setup;
import movierec.cli.shell.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code movierec config}. */
@Command(
        name = "config",
        description = "Print the effective settings and where each comes from; secrets are masked.",
        footer = {"  movierec config", "  MOVIEREC_PORT=9000 movierec config --json"})
public final class ConfigCommand implements Callable<Integer> {
    private final Setup setup;

    @Option(names = "--json", description = Setup.JSON)
    private boolean json;

    public ConfigCommand(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() {
        List<Config.Entry> entries = setup.config().entries();
        if (json) {
            Json.print(
                    Map.of(
                            "settings",
                            entries.stream().map(ConfigCommand::asMap).toList()),
                    setup.out());
            return 0;
        }
        Table table = new Table("KEY", "VALUE", "SOURCE");
        entries.forEach(entry -> table.row(entry.key(), entry.value(), entry.source()));
        table.print(setup.out());
        return 0;
    }

    private static Map<String, Object> asMap(Config.Entry entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("key", entry.key());
        map.put("value", entry.value());
        map.put("source", entry.source());
        return map;
    }
}
