package movierec.learning.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import movierec.learning.FittedEnsemble;
import movierec.learning.ensemble.Ensemble.Weighing;
import movierec.learning.matrix.Interactions;
import org.junit.jupiter.api.Test;

class TrainingProfileTest {
    private final Interactions unordered =
            Interactions.builder(1, 2).add(0, 0, 1).add(0, 1, 1).build();
    private final Interactions ordered =
            Interactions.builder(1, 2).chronological().add(0, 0, 1).add(0, 1, 1).build();

    @Test
    void whatIsSetReplacesTheDefault() {
        TrainingProfile profile = new TrainingProfile(Map.of("dlae.lambda", 77.0, "als.factors", 16.0));

        assertThat(profile.ensemble(unordered, Weighing.AS_GIVEN).hyperparameters())
                .containsEntry("dlae.lambda", 77.0)
                .containsEntry("als.factors", 16.0)
                .containsEntry("dlae.dropout", 0.7);
    }

    @Test
    void theModelThatLooksAtOrderNeedsIt() {
        assertThat(TrainingProfile.DEFAULT
                        .ensemble(unordered, Weighing.AS_GIVEN)
                        .voices())
                .extracting(voice -> voice.model().name())
                .containsExactly("dlae", "als");
        assertThat(TrainingProfile.DEFAULT.ensemble(ordered, Weighing.AS_GIVEN).voices())
                .extracting(voice -> voice.model().name())
                .containsExactly("dlae", "als", "next-item");
    }

    @Test
    void takesTheWeightsThatWereLearnedAndSilencesWhoWasLeftOut() {
        FittedEnsemble fitted =
                TrainingProfile.DEFAULT.ensemble(unordered, Weighing.AS_GIVEN).fit(unordered);
        FittedEnsemble learned = new FittedEnsemble(
                List.of(fitted.members().getFirst(), new FittedEnsemble.Member("next-item", fitted, 0.25)));

        assertThat(TrainingProfile.DEFAULT.withWeightsOf(learned).values())
                .containsEntry("dlae.weight", 1.0)
                .containsEntry("als.weight", 0.0)
                .containsEntry("next-item.weight", 0.25);
    }

    @Test
    void aProfileInWhichNobodyMaySpeakIsRefused() {
        assertThatThrownBy(() -> new TrainingProfile(Map.of("dlae.weight", 0.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dlae.weight is above 0");
    }

    @Test
    void namesThatNoMemberHasAreRefused() {
        assertThatThrownBy(() -> new TrainingProfile(Map.of("dlae.lamda", 5.0)))
                .hasMessageContaining("no dlae.lamda")
                .hasMessageContaining("dlae.lambda");
    }
}
