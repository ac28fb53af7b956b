package movierec.cli.model;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import movierec.cli.shell.Table;
import movierec.learning.split.Protocol;
import movierec.learning.tune.Tuning;
import movierec.learning.tune.Tuning.Comparison;
import movierec.learning.tune.Tuning.MemberResult;

/** What tuning found, for people and as JSON. */
record TuningReport(String dataset, Protocol protocol, long seed, Tuning tuning) {
    private static final String[] HEADINGS = {"DEFAULT", "TUNED", "DIFFERENCE", "STANDARD ERROR"};

    Map<String, Object> asMap(Path profileFile) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("dataset", dataset);
        map.put("protocol", protocol.word());
        map.put("seed", seed);
        map.put("metric", tuning.metric());
        map.put("outcome", tuning.isBetter() ? "adopted" : "defaults-stay");
        map.put("profileFile", profileFile.toString());
        map.put("profile", new TreeMap<>(tuning.profile().values()));
        map.put("members", tuning.members().stream().map(TuningReport::asMap).toList());
        map.put("validation", asMap(tuning.validation()));
        map.put("test", asMap(tuning.test()));
        return map;
    }

    private static Map<String, Object> asMap(MemberResult member) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", member.member());
        map.put("trials", member.trials());
        map.put("adopted", member.isAdopted());
        map.putAll(asMap(member.comparison()));
        map.put("hyperparameters", new TreeMap<>(member.values()));
        return map;
    }

    private static Map<String, Object> asMap(Comparison comparison) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("users", comparison.users());
        map.put("default", comparison.before());
        map.put("tuned", comparison.after());
        map.put("difference", comparison.difference().mean());
        map.put("standardError", comparison.difference().standardError());
        return map;
    }

    void print(Path profileFile, PrintWriter out) {
        out.printf("%s, protocol %s, seed %d%n%n", dataset, protocol.word(), seed);
        out.printf(
                "%s of %,d validation users:%n%n",
                tuning.metric(), tuning.validation().users());
        Table members =
                new Table("MODEL", "TRIALS", HEADINGS[0], HEADINGS[1], HEADINGS[2], HEADINGS[3], "ADOPTED", "BEST");
        for (MemberResult member : tuning.members()) {
            Comparison comparison = member.comparison();
            members.row(
                    member.member(),
                    member.trials(),
                    comparison.before(),
                    comparison.after(),
                    comparison.difference().mean(),
                    comparison.difference().standardError(),
                    member.isAdopted() ? "yes" : "no",
                    values(member));
        }
        members.print(out);
        out.printf("%nThe ensemble, %s:%n%n", tuning.metric());
        Table ensemble = new Table("USERS", "COUNT", HEADINGS[0], HEADINGS[1], HEADINGS[2], HEADINGS[3]);
        row("validation", tuning.validation(), ensemble);
        row("test", tuning.test(), ensemble);
        ensemble.print(out);
        out.println();
        out.println(outcome(profileFile));
    }

    private static void row(String users, Comparison comparison, Table table) {
        table.row(
                users,
                comparison.users(),
                comparison.before(),
                comparison.after(),
                comparison.difference().mean(),
                comparison.difference().standardError());
    }

    private static String values(MemberResult member) {
        return new TreeMap<>(member.values())
                .entrySet().stream()
                        .map(value -> value.getKey().substring(value.getKey().indexOf('.') + 1)
                                + "="
                                + String.format(Locale.ROOT, "%.3g", value.getValue()))
                        .collect(Collectors.joining(" "));
    }

    private String outcome(Path profileFile) {
        if (tuning.isBetter()) {
            return "Adopted: movierec train uses " + profileFile + " from now on.";
        }
        String stays = "Nothing is better than the defaults by more than the standard error";
        return Files.exists(profileFile)
                ? stays + "; the profile of an earlier run, " + profileFile + ", stays in use."
                : stays + ": the defaults stay.";
    }
}
