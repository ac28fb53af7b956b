package movierec.catalogue.tmdb;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import movierec.failure.OutsideFailure;
import movierec.recommend.LiveSource;
import movierec.recommend.UserContext;
import movierec.title.ListScope;
import movierec.title.Title;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks TMDB while a user waits: at most two calls, all together within the time set for it, and not again for a while after a
 * failure. Thread-safe.
 */
public final class TmdbLive implements LiveSource {
    private static final Logger LOG = LoggerFactory.getLogger(TmdbLive.class);

    /** How long a failing source is left alone. */
    private static final Duration REST = Duration.ofSeconds(30);

    private final TmdbClient client;
    private final InstantSource clock;
    private final TitleReader reader;
    private final LiveQuestions questions;
    private final Consumer<List<Title>> found;
    private final FreshAnswers answers = new FreshAnswers();
    private final AtomicReference<Instant> restUntil = new AtomicReference<>(Instant.EPOCH);

    /**
     * @param providerNumbers TMDB's numbers of a streaming service by its name
     * @param found is given every title that TMDB told, while the user waits; so it must be quick
     */
    public TmdbLive(
            TmdbClient client,
            InstantSource clock,
            Function<String, List<Integer>> providerNumbers,
            Consumer<List<Title>> found) {
        this.client = client;
        this.clock = clock;
        this.reader = new TitleReader(clock);
        this.questions = new LiveQuestions(client.settings().language(), providerNumbers);
        this.found = found;
    }

    @Override
    public List<Title> discover(UserContext context, int limit) {
        long start = System.nanoTime();
        List<List<Title>> told = new ArrayList<>();
        try {
            for (TmdbRequest question : questions.of(context, limit)) {
                Duration left = client.settings().limits().liveBudget().minusNanos(System.nanoTime() - start);
                told.add(titles(question, left));
            }
        } catch (OutsideFailure failure) {
            restUntil.set(clock.instant().plus(REST));
            LOG.warn("No titles from TMDB for {} s: {}", REST.toSeconds(), failure.getMessage());
        }
        return inTurn(told).stream()
                .filter(title -> !context.hidden().contains(title.id()))
                .limit(limit)
                .toList();
    }

    private List<Title> titles(TmdbRequest question, Duration left) {
        Instant now = clock.instant();
        return answers.find(question, now).orElseGet(() -> {
            boolean rests = now.isBefore(restUntil.get());
            return rests || left.compareTo(Duration.ZERO) <= 0 ? List.of() : ask(question, left, now);
        });
    }

    private List<Title> ask(TmdbRequest question, Duration left, Instant now) {
        ListScope scope = question.path().endsWith("movie") ? ListScope.MOVIE : ListScope.TV;
        TmdbAnswer.Body answer = client.getWithin(question, left);
        List<Title> titles =
                ListRows.read(answer.row().rows("results"), scope, reader).titles();
        answers.keep(question, titles, now, answer.maxAge());
        handOn(titles);
        return titles;
    }

    private void handOn(List<Title> titles) {
        try {
            found.accept(titles);
        } catch (OutsideFailure failure) {
            LOG.warn("Titles found at TMDB are not kept: {}", failure.getMessage());
        }
    }

    /** The first of each list, then the second of each, and so on. */
    private static List<Title> inTurn(List<List<Title>> lists) {
        List<Title> titles = new ArrayList<>();
        int longest = lists.stream().mapToInt(List::size).max().orElse(0);
        for (int place = 0; place < longest; place++) {
            for (List<Title> list : lists) {
                if (place < list.size()) {
                    titles.add(list.get(place));
                }
            }
        }
        return titles;
    }
}
