package movierec.cli.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import movierec.cli.shell.WrongUsage;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.evaluate.ColdModelChoice;
import movierec.learning.evaluate.ModelChoice;
import movierec.learning.evaluate.Plan.Contestant;
import movierec.learning.evaluate.Plan.Skipped;
import movierec.learning.matrix.SparseRows;
import movierec.learning.split.InteractionLog;

/**
 * Who takes part in an evaluation, and who was asked for in vain.
 *
 * @param models asked for, that know titles by their users
 * @param coldModels asked for, that know titles by what they are
 */
record Lineup(List<ModelChoice> models, List<ColdModelChoice> coldModels) {
    static final String ALL = "all";

    /** What {@code --model} asked for. */
    static Lineup of(List<String> names) {
        if (names.contains(ALL)) {
            return new Lineup(List.of(ModelChoice.values()), List.of(ColdModelChoice.values()));
        }
        List<ModelChoice> models = new ArrayList<>();
        List<ColdModelChoice> coldModels = new ArrayList<>();
        for (String name : names) {
            Optional<ModelChoice> model = ModelChoice.of(name.strip());
            Optional<ColdModelChoice> coldModel = ColdModelChoice.of(name.strip());
            model.ifPresent(models::add);
            coldModel.ifPresent(coldModels::add);
            if (model.isEmpty() && coldModel.isEmpty()) {
                throw WrongUsage.noneOf("--model", name, words());
            }
        }
        return new Lineup(models, coldModels);
    }

    private static List<String> words() {
        return Stream.of(
                        Arrays.stream(ModelChoice.values()).map(ModelChoice::word),
                        Arrays.stream(ColdModelChoice.values()).map(ColdModelChoice::word),
                        Stream.of(ALL))
                .flatMap(words -> words)
                .toList();
    }

    /**
     * For all protocols but cold titles; what a title is does not count there.
     *
     * @param profile sets up the members of the ensemble
     */
    List<Contestant> contestants(InteractionLog log, TrainingProfile profile) {
        if (models.isEmpty()) {
            throw new WrongUsage("--model "
                    + String.join(
                            ",", coldModels.stream().map(ColdModelChoice::word).toList())
                    + " takes part in --protocol cold-titles only");
        }
        return models.stream()
                .filter(model -> log.isTimed() || !model.needsTimes())
                .map(model -> Contestant.of(model, profile))
                .toList();
    }

    /** Models that the data do not tell enough for. */
    List<Skipped> skippedFor(InteractionLog log) {
        return models.stream()
                .filter(model -> model.needsTimes() && !log.isTimed())
                .map(model -> new Skipped(model.word(), "it needs the time of every interaction"))
                .toList();
    }

    /** @param content items x facts */
    List<Contestant> contestants(SparseRows content) {
        return coldModels.stream()
                .map(model -> new Contestant(model.word(), split -> model.modelFor(split.training(), content)))
                .toList();
    }

    List<Skipped> skippedForColdTitles() {
        return models.stream()
                .map(model -> new Skipped(model.word(), ColdModelChoice.OTHERS_SKIPPED))
                .toList();
    }
}
