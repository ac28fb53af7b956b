package movierec.catalogue.importer;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import movierec.catalogue.VoteTally;
import movierec.identity.UserId;
import movierec.model.CorpusStore;
import movierec.model.RatingCorpus;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.EventLog;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleStore;

/** Brings a MovieLens data set in: its ratings for training, its movies into the catalogue, one user's ratings as events. */
public final class ImportMovieLens {
    /** The {@link Title#source()} of what MovieLens says. */
    public static final String SOURCE = "movielens";

    private static final int TITLES_A_SAVE = 5_000;
    private static final int EVENTS_A_BATCH = 500;

    /** MovieLens began in 1995: what claims to be earlier is an order of ratings, not their time. */
    private static final long EARLIEST_SECOND =
            Instant.parse("1995-01-01T00:00:00Z").getEpochSecond();

    private final TitleStore titles;
    private final CorpusStore corpora;
    private final EventLog events;
    private final InstantSource clock;

    public ImportMovieLens(TitleStore titles, CorpusStore corpora, EventLog events, InstantSource clock) {
        this.titles = titles;
        this.corpora = corpora;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What an import did.
     *
     * @param corpus the name under which the ratings are stored
     * @param ratings stored for training
     * @param titlesAdded titles that no source knew before
     * @param titlesUpdated titles known before, from whatever source, about which MovieLens now says this
     * @param skipped ratings left out, with reasons
     */
    public record Summary(
            String corpus, long ratings, int users, int titlesAdded, int titlesUpdated, SkippedRows skipped) {}

    /**
     * What was recorded as one user's events.
     *
     * @param duplicates recorded by an earlier import
     * @param withoutTitle ratings of movies without a TMDB id
     */
    public record History(int recorded, int duplicates, int withoutTitle) {}

    private record Filled(int added, int updated) {}

    /**
     * Stores the ratings for training and fills the catalogue. Repeating it replaces what it stored.
     *
     * @throws movierec.failure.Refusal.Invalid when the files are unusable; nothing is stored then
     */
    public Summary importCorpus(MovieLensFiles files, Progress progress) {
        MovieLensRatings ratings = files.byTmdbId(progress);
        VoteTally votes = new VoteTally();
        Set<Integer> users = new HashSet<>();
        long stored = corpora.save(new Watched(ratings, (user, titleId, rating, second) -> {
            users.add(user);
            votes.rating(user, titleId, rating, second);
        }));
        Filled filled = fillCatalogue(files, votes);
        return new Summary(files.name(), stored, users.size(), filled.added(), filled.updated(), ratings.skipped());
    }

    private Filled fillCatalogue(MovieLensFiles files, VoteTally votes) {
        Set<TitleId> known = titles.all().stream().map(Title::id).collect(Collectors.toSet());
        Map<TitleId, Title> described = new LinkedHashMap<>();
        Map<Integer, TitleId> tmdbIds = files.tmdbIds();
        Instant now = clock.instant();
        for (MovieLensTitle movie : files.titles()) {
            TitleId titleId = tmdbIds.get(movie.movieId());
            if (titleId != null && !described.containsKey(titleId)) {
                described.put(titleId, votes.applyTo(title(movie, titleId, now)));
            }
        }
        List<Title> all = List.copyOf(described.values());
        for (int from = 0; from < all.size(); from += TITLES_A_SAVE) {
            titles.save(all.subList(from, Math.min(from + TITLES_A_SAVE, all.size())));
        }
        known.retainAll(described.keySet());
        return new Filled(all.size() - known.size(), known.size());
    }

    private static Title title(MovieLensTitle movie, TitleId titleId, Instant now) {
        return movie.describe(titleId).source(SOURCE, now).build();
    }

    /** Records the ratings of one MovieLens user as events of a local user. Repeating it records nothing twice. */
    public History recordAsUser(MovieLensFiles files, int movieLensUser, UserId user, Progress progress) {
        Map<Integer, TitleId> tmdbIds = files.tmdbIds();
        List<Event> recorded = new ArrayList<>();
        int[] withoutTitle = new int[1];
        Instant now = clock.instant();
        files.byMovieId(progress).forEach((someUser, movie, rating, second) -> {
            if (someUser == movieLensUser) {
                TitleId titleId = tmdbIds.get(movie.number());
                if (titleId == null) {
                    withoutTitle[0]++;
                } else {
                    String clientId = "movielens:" + someUser + ":" + movie.number();
                    recorded.add(event(
                            titleId,
                            rating,
                            second >= EARLIEST_SECOND ? Instant.ofEpochSecond(second) : now,
                            clientId));
                }
            }
        });
        if (recorded.isEmpty()) {
            throw UnusableFile.because(files.name() + " has no ratings by user " + movieLensUser);
        }
        int accepted = 0;
        for (int from = 0; from < recorded.size(); from += EVENTS_A_BATCH) {
            accepted += events.record(user, recorded.subList(from, Math.min(from + EVENTS_A_BATCH, recorded.size())))
                    .accepted();
        }
        return new History(accepted, recorded.size() - accepted, withoutTitle[0]);
    }

    private static Event event(TitleId titleId, float rating, Instant at, String clientId) {
        if (Float.isNaN(rating)) {
            return new Event(titleId, EventKind.WATCHED, 0, at, clientId, "");
        }
        double halfSteps = Math.round(rating * 2) / 2.0;
        return new Event(titleId, EventKind.RATED, Math.max(halfSteps, Event.MIN_RATING), at, clientId, "");
    }

    /** A corpus of which somebody else sees every rating too, in the same reading. */
    private record Watched(RatingCorpus corpus, Visitor watcher) implements RatingCorpus {
        @Override
        public String name() {
            return corpus.name();
        }

        @Override
        public void forEach(Visitor visitor) {
            corpus.forEach((user, titleId, rating, second) -> {
                watcher.rating(user, titleId, rating, second);
                visitor.rating(user, titleId, rating, second);
            });
        }
    }
}
