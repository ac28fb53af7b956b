package movierec.recommend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import movierec.identity.UserId;
import movierec.model.CollaborativeModel;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.Preferences;
import movierec.taste.vocabulary.Vocabularies;
import movierec.testkit.recommend.PairModel;
import movierec.testkit.taste.InMemoryTaste;
import movierec.testkit.title.InMemoryTitleStore;
import movierec.title.Catalogue;
import movierec.title.Genre;
import movierec.title.MediaType;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.WatchOffer;

/** Forty titles of four kinds, a model that knows who keeps company with whom, and one user. */
final class SmallWorld {
    static final UserId ANN = new UserId("ann");
    static final TitleId HEAT = TitleId.movie(1);
    static final TitleId COLLATERAL = TitleId.movie(2);
    static final TitleId FIRST_FAMILY_MOVIE = TitleId.movie(11);
    static final TitleId FIRST_SPACE_SHOW = TitleId.tv(1);

    final InMemoryTaste tastes = new InMemoryTaste(new InMemoryTitleStore());
    final List<Title> titles = new ArrayList<>();
    Instant now = Instant.parse("2026-06-01T20:00:00Z");
    Optional<CollaborativeModel> model;
    LiveSource live = LiveSource.NONE;
    String promoted = "";
    boolean bundled;
    boolean showWatchlist;

    SmallWorld() {
        group(MediaType.MOVIE, 1, Genre.CRIME, "heist", "R", 1995);
        group(MediaType.MOVIE, 11, Genre.FAMILY, "talking animals", "G", 2005);
        group(MediaType.MOVIE, 21, Genre.ROMANCE, "wedding", "PG-13", 1985);
        group(MediaType.TV, 1, Genre.SCI_FI_FANTASY, "spaceship", "TV-14", 2015);
        model = Optional.of(companyWithinGroups());
    }

    private void group(MediaType type, int first, Genre genre, String keyword, String certification, int year) {
        for (int number = first; number < first + 10; number++) {
            TitleId id = new TitleId(type, number);
            titles.add(Title.builder(id, genre.label() + " " + number)
                    .genres(number % 2 == 0 ? List.of(genre) : List.of(genre, Genre.DRAMA))
                    .keywords(List.of(keyword, keyword + " " + number % 3))
                    .certification(certification)
                    .year(year + number % 3)
                    .votes(5 + number % 10 * 0.4, 100 + 10 * number)
                    .popularity(number)
                    .build());
        }
    }

    private PairModel companyWithinGroups() {
        PairModel pairs = new PairModel(titles.stream().map(Title::id).toList());
        for (int group = 0; group < 40; group += 10) {
            for (int one = group; one < group + 10; one++) {
                for (int other = one + 1; other < group + 10; other++) {
                    pairs.pair(titles.get(one).id(), titles.get(other).id(), 1.0 / (other - one));
                }
            }
        }
        return pairs;
    }

    ServingState state() {
        ServingState state = new ServingState(new Catalogue(titles, 1), bundled, Vocabularies.load(), model);
        return promoted.isEmpty() ? state : state.withModel(model, promoted);
    }

    RecommendTitles recommend() {
        ServingState state = state();
        return new RecommendTitles(tastes, tastes, () -> state, live, () -> now, PipelineMeter.NONE, showWatchlist);
    }

    Recommendations list(int limit) {
        return recommend().recommend(Ask.of(ANN, Profile.BLEND, limit));
    }

    Recommendations list(Profile profile, int limit) {
        return recommend().recommend(Ask.of(ANN, profile, limit));
    }

    Recommendations list(int limit, Dials dials, WhatIf whatIf) {
        return recommend().recommend(new Ask(ANN, Profile.BLEND, MediaFilter.BOTH, limit, dials, whatIf));
    }

    /** A title can be watched, in one way. */
    SmallWorld offers(TitleId titleId, String region, WatchOffer.Kind kind, int providerId, String provider) {
        titles.replaceAll(title -> {
            if (!title.id().equals(titleId)) {
                return title;
            }
            List<WatchOffer> offers = new ArrayList<>(title.offers());
            offers.add(new WatchOffer(region, kind, providerId, provider));
            return title.toBuilder().offers(offers).build();
        });
        return this;
    }

    SmallWorld did(EventKind kind, TitleId titleId) {
        now = now.plus(Duration.ofMinutes(1));
        tastes.record(ANN, List.of(Event.of(titleId, kind, now)));
        return this;
    }

    SmallWorld rated(TitleId titleId, double stars) {
        now = now.plus(Duration.ofMinutes(1));
        tastes.record(ANN, List.of(Event.rated(titleId, stars, now)));
        return this;
    }

    SmallWorld prefers(Preferences preferences) {
        tastes.update(ANN, now, stored -> preferences);
        return this;
    }

    static List<TitleId> ids(Recommendations list) {
        return list.titles().stream().map(one -> one.title().id()).toList();
    }
}
