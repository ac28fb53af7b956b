package movierec.catalogue.fetch;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import movierec.catalogue.fetch.Staleness.Wanted;
import movierec.catalogue.fetch.TitleSaver.Answer;
import movierec.failure.OutsideFailure;
import movierec.job.JobStatus.State;
import movierec.title.TitleSource;

/**
 * The second part of a run: everything about single titles. A few are asked for at once; what comes back is saved ten by ten,
 * with where the run stands. A title that cannot be had costs nothing but itself.
 */
final class DetailFetch {
    /** So many titles are done between two checkpoints. */
    private static final int TITLES_A_CHECKPOINT = 10;

    private final TitleSource source;
    private final TitleSaver saver;
    private final Patience patience;
    private final InstantSource clock;
    private final int parallel;

    DetailFetch(TitleSource source, TitleSaver saver, Patience patience, InstantSource clock, int parallel) {
        this.source = source;
        this.saver = saver;
        this.patience = patience;
        this.clock = clock;
        this.parallel = parallel;
    }

    private sealed interface Result {}

    private record Answered(Answer answer) implements Result {}

    private record Failed(Wanted wanted, OutsideFailure failure) implements Result {}

    /** A worker has nothing more to do. */
    private record Finished() implements Result {}

    /** Asks for the titles; says why the run must end before all are done, if it must. */
    Optional<State> fetch(List<Wanted> wanted, Run run) {
        run.phase("titles", wanted.size());
        List<Wanted> open = wanted;
        while (!open.isEmpty()) {
            Round round = new Round(open, run);
            round.work();
            if (round.end.isPresent()) {
                return round.end;
            }
            open = round.again();
            if (!open.isEmpty()) {
                patience.pause();
            }
        }
        return Optional.empty();
    }

    /** One pass over the titles, broken off when the source cannot be reached or the run must end. */
    private final class Round {
        private final Queue<Wanted> open;
        private final Run run;
        private final BlockingQueue<Result> results = new ArrayBlockingQueue<>(4 * TITLES_A_CHECKPOINT);
        private final AtomicBoolean stop = new AtomicBoolean();
        private final List<Wanted> unanswered = new ArrayList<>();
        private Optional<State> end = Optional.empty();
        private int working;

        Round(List<Wanted> wanted, Run run) {
            this.open = new ConcurrentLinkedQueue<>(wanted);
            this.run = run;
        }

        void work() {
            int workers = Math.min(parallel, open.size());
            for (int worker = 0; worker < workers; worker++) {
                Thread.ofVirtual().name("details-" + worker).start(this::askInTurn);
            }
            working = workers;
            try {
                takeAndSave();
            } finally {
                // Whatever went wrong here, no worker is left waiting for room.
                stop.set(true);
                while (working > 0) {
                    working -= take() instanceof Finished ? 1 : 0;
                }
            }
        }

        private void takeAndSave() {
            List<Answer> unsaved = new ArrayList<>();
            while (working > 0) {
                switch (take()) {
                    case Answered answered -> unsaved.add(answered.answer());
                    case Failed failed -> failed(failed);
                    case Finished finished -> working--;
                }
                if (unsaved.size() >= TITLES_A_CHECKPOINT) {
                    save(unsaved);
                    end = end.or(run::mustEnd);
                    end.ifPresent(reason -> stop.set(true));
                }
            }
            save(unsaved);
        }

        /** The titles that were not asked for, or not answered. */
        List<Wanted> again() {
            unanswered.addAll(open);
            return unanswered;
        }

        private void askInTurn() {
            try {
                while (!stop.get()) {
                    Wanted next = open.poll();
                    if (next == null) {
                        return;
                    }
                    put(ask(next));
                }
            } finally {
                put(new Finished());
            }
        }

        private Result ask(Wanted wanted) {
            try {
                return new Answered(new Answer(wanted, source.details(wanted.id(), wanted.etag())));
            } catch (OutsideFailure failure) {
                return new Failed(wanted, failure);
            }
        }

        private void failed(Failed failed) {
            switch (patience.judge(failed.failure(), source.health())) {
                case GO_ON -> {
                    run.count("titles failed", 1);
                    run.step(1);
                }
                case WAIT -> {
                    unanswered.add(failed.wanted());
                    stop.set(true);
                }
                case GIVE_UP -> {
                    end = Optional.of(State.STOPPED);
                    stop.set(true);
                }
            }
        }

        /** Saves what was learned and empties the list. */
        private void save(List<Answer> answers) {
            if (answers.isEmpty()) {
                return;
            }
            patience.answered();
            TitleSaver.Saved saved = saver.saveAnswers(source.name(), answers, clock.instant());
            run.count("titles fetched", saved.found());
            run.count("titles unchanged", saved.unchanged());
            run.count("titles gone", saved.gone());
            run.step(answers.size());
            run.checkpoint();
            answers.clear();
        }

        private void put(Result result) {
            try {
                results.put(result);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Fetching was interrupted", interrupted);
            }
        }

        private Result take() {
            try {
                return results.take();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Fetching was interrupted", interrupted);
            }
        }
    }
}
