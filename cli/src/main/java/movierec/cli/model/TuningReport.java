package movierec.cli.model;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import movierec.cli.shell.Table;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.split.Protocol;
import movierec.learning.train.TuneBlend;
import movierec.learning.train.TuneBlend.TunedBlend;
import movierec.learning.tune.Tuning;
import movierec.learning.tune.Tuning.Comparison;
import movierec.learning.tune.Tuning.MemberResult;

/**
 * What tuning found, for people and as JSON.
 *
 * @param blends none where the data did not allow to tune it, or one
 */
record TuningReport(String dataset, Protocol protocol, long seed, Tuning tuning, List<TunedBlend> blends) {
    static final String BLEND_METRIC = "ndcg@100";

    private static final String[] HEADINGS = {"DEFAULT", "TUNED", "DIFFERENCE", "STANDARD ERROR"};

    TuningReport(String dataset, Protocol protocol, long seed, Tuning tuning, Optional<TunedBlend> blend) {
        this(dataset, protocol, seed, tuning, blend.stream().toList());
    }

    Optional<TunedBlend> blend() {
        return blends.stream().findFirst();
    }

    /** Whether anything is worth more than the defaults. */
    boolean isBetter() {
        return tuning.isBetter() || blend().filter(TunedBlend::isAdopted).isPresent();
    }

    /** What is better than the defaults, and nothing else. */
    TrainingProfile profile() {
        TrainingProfile members = tuning.isBetter() ? tuning.profile() : TrainingProfile.DEFAULT;
        return blend().filter(TunedBlend::isAdopted)
                .map(blend -> members.with(Map.of(TrainingProfile.BATCH_SHARE, blend.share())))
                .orElse(members);
    }

    Map<String, Object> asMap(Path profileFile) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("dataset", dataset);
        map.put("protocol", protocol.word());
        map.put("seed", seed);
        map.put("metric", tuning.metric());
        map.put("outcome", isBetter() ? "adopted" : "defaults-stay");
        map.put("profileFile", profileFile.toString());
        map.put("profile", new TreeMap<>(profile().values()));
        map.put("members", tuning.members().stream().map(TuningReport::asMap).toList());
        map.put("validation", asMap(tuning.validation()));
        map.put("test", asMap(tuning.test()));
        blend().ifPresent(blend -> map.put("blend", asMap(blend)));
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

    private static Map<String, Object> asMap(TunedBlend blend) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("metric", BLEND_METRIC);
        map.put("defaultBatchShare", TuneBlend.DEFAULT_SHARE);
        map.put("batchShare", blend.share());
        map.put("adopted", blend.isAdopted());
        map.put("validation", asMap(blend.validation()));
        map.put("test", asMap(blend.test()));
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
        blend().ifPresent(blend -> print(blend, out));
        out.println();
        out.println(outcome(profileFile));
    }

    private static void print(TunedBlend blend, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%nThe model's opinion beside what users did last, %s: best with a share of %.1f instead of %.1f, %s:%n%n",
                BLEND_METRIC,
                blend.share(),
                TuneBlend.DEFAULT_SHARE,
                blend.isAdopted() ? "adopted" : "not adopted");
        Table table = new Table("USERS", "COUNT", HEADINGS[0], HEADINGS[1], HEADINGS[2], HEADINGS[3]);
        row("validation", blend.validation(), table);
        row("test", blend.test(), table);
        table.print(out);
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
        if (isBetter()) {
            return "Adopted: movierec train uses " + profileFile + " from now on.";
        }
        String stays = "Nothing is better than the defaults by more than the standard error";
        return Files.exists(profileFile)
                ? stays + "; the profile of an earlier run, " + profileFile + ", stays in use."
                : stays + ": the defaults stay.";
    }
}
