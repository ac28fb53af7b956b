package movierec.cli.model;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import movierec.cli.shell.Table;
import movierec.learning.evaluate.Evaluation;
import movierec.learning.evaluate.EvaluationResult;
import movierec.learning.evaluate.EvaluationResult.Interval;
import movierec.learning.evaluate.EvaluationResult.ModelResult;
import movierec.learning.evaluate.Judge;
import movierec.learning.metric.ListMetric;

/** An evaluation for people: how well the models hit, how they compare, and what their lists are like. */
record EvaluationTables(EvaluationResult result) {
    /** What describes a list rather than its hits. */
    private static final List<String> OF_LISTS =
            Judge.LIST_METRICS.stream().map(ListMetric::name).toList();

    void print(PrintWriter out) {
        printHead(out);
        if (!result.models().isEmpty()) {
            List<String> metrics =
                    List.copyOf(result.models().getFirst().metrics().keySet());
            List<String> hits = metrics.stream()
                    .filter(metric -> !OF_LISTS.contains(metric))
                    .toList();
            table(hits, true).print(out);
            printComparisons(out);
            if (metrics.containsAll(OF_LISTS)) {
                out.printf(
                        Locale.ROOT,
                        "%nWhat the first 20 are like (the users' own histories have a popularity of %.3f):%n%n",
                        result.historyPopularity());
                table(OF_LISTS, false).print(out);
            }
        }
        result.plan().skipped().forEach(skipped -> out.printf("Skipped: %s (%s)%n", skipped.name(), skipped.reason()));
    }

    private void printHead(PrintWriter out) {
        out.printf(
                "%s: %,d users, %,d titles, %,d interactions%n",
                result.plan().dataset(), result.users(), result.items(), result.interactions());
        long first = result.plan().seed();
        int splits = result.plan().splits();
        String seeds = splits == 1 ? "seed " + first : splits + " splits, seeds " + first + "-" + (first + splits - 1);
        out.printf(
                "Protocol %s, %s; means over %,d test users ± 95 %%%n%n",
                result.plan().protocol().word(), seeds, result.testUsers());
    }

    private Table table(List<String> metrics, boolean timed) {
        List<String> headings = new ArrayList<>(List.of("MODEL"));
        headings.addAll(metrics);
        if (timed) {
            headings.add("TRAINED IN");
        }
        Table table = new Table(headings);
        for (ModelResult model : result.models()) {
            List<Object> cells = new ArrayList<>(List.of(model.name()));
            metrics.forEach(metric -> cells.add(cell(model, metric)));
            if (timed) {
                cells.add(String.format(Locale.ROOT, "%.1f s", model.trainSeconds()));
            }
            table.row(cells);
        }
        return table;
    }

    private static String cell(ModelResult model, String metric) {
        double mean = model.metric(metric);
        Interval interval = model.ci95().get(metric);
        return interval == null
                ? String.format(Locale.ROOT, "%.3f", mean)
                : String.format(Locale.ROOT, "%.3f ±%.3f", mean, (interval.high() - interval.low()) / 2);
    }

    private void printComparisons(PrintWriter out) {
        if (result.comparisons().isEmpty()) {
            return;
        }
        out.printf("%n%s, user by user:%n%n", Evaluation.COMPARED_METRIC);
        Table table = new Table("MODEL", "AGAINST", "DIFFERENCE", "STANDARD ERROR");
        result.comparisons()
                .forEach(comparison -> table.row(
                        comparison.model(),
                        comparison.other(),
                        comparison.difference().mean(),
                        comparison.difference().standardError()));
        table.print(out);
    }
}
