package movierec.learning.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import movierec.learning.Progress;
import movierec.learning.UnusableData;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.split.InteractionLog;
import movierec.learning.split.Protocol;
import movierec.learning.split.Split;
import movierec.learning.tune.Tuning.MemberResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TuneProfileTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    private static final Split SPLIT = Protocol.STRONG.split(clustersAndHits(false), 1);
    /** With so much regularization a title's score says little more than how many have it. */
    private static final TrainingProfile ABSURD =
            new TrainingProfile(Map.of("dlae.lambda", 1e7, "dlae.dropout", 0.0, "als.factors", 16.0));

    /** Four groups like twelve items each, and everybody has some of twelve hits, which say nothing about anybody. */
    private static InteractionLog clustersAndHits(boolean timed) {
        Random random = new Random(3);
        InteractionLog.Builder log = new InteractionLog.Builder(60);
        for (int user = 0; user < 400; user++) {
            for (int item = 0; item < 60; item++) {
                double chance = item >= 48 ? 0.4 : item / 12 == user % 4 ? 0.6 : 0.01;
                if (random.nextDouble() < chance) {
                    log.add(user, item, timed ? 1_000 + random.nextInt(1_000) : 0);
                }
            }
        }
        return log.build();
    }

    private static Search search(TrainingProfile start, int trials) {
        return new Search(start, Search.metricFor(Protocol.STRONG), trials, Duration.ofMinutes(1), 5);
    }

    private static Tuning tuned(Search search, TrialJournal journal) {
        return new TuneProfile(CLOCK).run(SPLIT, search, journal, Progress.NONE);
    }

    /** Keeps trials in memory, and fails like a process that is killed after so many. */
    private static final class Memory implements TrialJournal {
        private final List<Trial> trials = new ArrayList<>();
        private int left;

        Memory(int left) {
            this.left = left;
        }

        @Override
        public List<Trial> finished() {
            return List.copyOf(trials);
        }

        @Override
        public void add(Trial trial) {
            if (left-- == 0) {
                throw new IllegalStateException("killed");
            }
            trials.add(trial);
        }
    }

    @Test
    void findsABetterSettingThanAnAbsurdOne() {
        Tuning tuning = tuned(search(ABSURD, 12), new Memory(100));

        MemberResult dlae = tuning.members().getFirst();
        assertThat(dlae.member()).isEqualTo("dlae");
        assertThat(dlae.isAdopted()).isTrue();
        assertThat(dlae.comparison().after()).isGreaterThan(dlae.comparison().before());
        assertThat(tuning.profile().values().get("dlae.lambda")).isBetween(5.0, 5_000.0);
        assertThat(tuning.profile().values()).containsKeys("dlae.weight", "als.weight");
    }

    @Test
    void keepsWhatItBeganWithWhereNothingElseWasTried() {
        Tuning tuning = tuned(search(ABSURD, 1), new Memory(100));

        assertThat(tuning.isBetter()).isFalse();
        assertThat(tuning.members()).noneMatch(MemberResult::isAdopted);
        assertThat(tuning.profile().values()).containsEntry("dlae.lambda", 1e7);
        assertThat(tuning.validation().difference().mean()).isZero();
    }

    @Test
    void triesEveryMemberWithinItsBounds() {
        Memory journal = new Memory(100);

        Split timed = Protocol.LEAVE_ONE_OUT.split(clustersAndHits(true), 1);
        Search search = new Search(
                TrainingProfile.DEFAULT, Search.metricFor(Protocol.LEAVE_ONE_OUT), 4, Duration.ofMinutes(1), 5);
        Tuning tuning = new TuneProfile(CLOCK).run(timed, search, journal, Progress.NONE);

        assertThat(tuning.metric()).isEqualTo("ndcg@10");
        assertThat(tuning.members()).extracting(MemberResult::member).containsExactly("dlae", "als", "next-item");
        assertThat(journal.trials).hasSize(12).allSatisfy(trial -> {
            for (TunedMember member : TunedMember.values()) {
                member.ranges().stream()
                        .filter(range -> trial.values().containsKey(range.name()))
                        .forEach(range ->
                                assertThat(trial.values().get(range.name())).isBetween(range.low(), range.high()));
            }
        });
        assertThat(journal.trials)
                .filteredOn(trial -> trial.member().equals("als") && trial.number() > 0)
                .allSatisfy(trial ->
                        assertThat(trial.values().get("als.iterations")).isBetween(3.0, 24.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 9})
    void anInterruptedSearchEndsLikeOneThatWasNot(int trialsBefore) {
        Search search = search(ABSURD, 6);
        Memory whole = new Memory(100);
        Tuning expected = tuned(search, whole);
        Memory journal = new Memory(trialsBefore);
        assertThatThrownBy(() -> tuned(search, journal)).hasMessage("killed");

        journal.left = 100;
        Tuning resumed = tuned(search, journal);

        assertThat(resumed).isEqualTo(expected);
        assertThat(journal.trials).isEqualTo(whole.trials);
    }

    @Test
    void trialsOfAnotherSearchAnswerNothing() {
        Memory journal = new Memory(100);
        tuned(search(ABSURD, 3), journal);
        int before = journal.trials.size();

        tuned(search(ABSURD.with(Map.of("dlae.lambda", 2e7)), 1), journal);

        assertThat(journal.trials.subList(before, journal.trials.size()))
                .extracting(Trial::member)
                .containsExactly("dlae");
    }

    @Test
    void beginsNoTrialWhenTimeIsUpAndLeavesLaterMembersTheirShare() {
        AtomicLong seconds = new AtomicLong();
        Memory journal = new Memory(100);
        TrialJournal slow = new TrialJournal() {
            @Override
            public List<Trial> finished() {
                return journal.finished();
            }

            @Override
            public void add(Trial trial) {
                seconds.addAndGet(20);
                journal.add(trial);
            }
        };

        // A minute for two members and 20 seconds a trial.
        new TuneProfile(() -> Instant.ofEpochSecond(seconds.get())).run(SPLIT, search(ABSURD, 50), slow, Progress.NONE);

        assertThat(journal.trials)
                .extracting(trial -> trial.member() + trial.number())
                .containsExactly("dlae0", "dlae1", "als0");
    }

    @Test
    void refusesDataThatLeaveNobodyToAsk() {
        Split nobody = new Split(SPLIT.training(), List.of(), SPLIT.test());

        assertThatThrownBy(() -> new TuneProfile(CLOCK)
                        .run(nobody, search(TrainingProfile.DEFAULT, 2), new Memory(100), Progress.NONE))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining("too few");
    }

    @Test
    void refusesASearchWithoutTrialsOrTime() {
        assertThatThrownBy(() -> search(ABSURD, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Search(ABSURD, Search.metricFor(Protocol.STRONG), 1, Duration.ZERO, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
