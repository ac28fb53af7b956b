package movierec.catalogue.fetch;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import movierec.failure.OutsideFailure;
import movierec.title.TitleSource.SourceHealth;

/**
 * A question to a source, asked as often as makes sense.
 *
 * @param answers none or one
 * @param giveUp whether the source has no more answers for this run; otherwise only this question is lost
 */
record Question<T>(List<T> answers, boolean giveUp) {

    Optional<T> answer() {
        return answers.stream().findFirst();
    }

    static <T> Question<T> ask(
            Supplier<T> question, Supplier<SourceHealth> health, Patience patience, Runnable countFailure) {
        while (true) {
            try {
                T answer = question.get();
                patience.answered();
                return new Question<>(List.of(answer), false);
            } catch (OutsideFailure failure) {
                countFailure.run();
                switch (patience.judge(failure, health.get())) {
                    case GO_ON -> {
                        return new Question<>(List.of(), false);
                    }
                    case WAIT -> patience.pause();
                    case GIVE_UP -> {
                        return new Question<>(List.of(), true);
                    }
                }
            }
        }
    }
}
