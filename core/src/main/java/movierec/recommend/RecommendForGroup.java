package movierec.recommend;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.Preferences;
import movierec.taste.Taste;
import movierec.title.Certification;
import movierec.title.TitleId;

/**
 * One list for several people (REC-14). Nobody sees a title that any of them has seen or refused, and the strictest
 * certification cap holds for all. Thread-safe.
 */
public final class RecommendForGroup {
    /** Titles each member puts forward. */
    private static final int LIST_PER_MEMBER = Ask.MAX_LIMIT;

    private final RecommendTitles recommend;
    private final InstantSource clock;

    public RecommendForGroup(RecommendTitles recommend, InstantSource clock) {
        this.recommend = recommend;
        this.clock = clock;
    }

    /** How the members' scores become one. */
    public enum Rule {
        /** The mean. */
        AVERAGE,
        /** The lowest, so that nobody suffers. */
        LEAST_MISERY,
        /** The mean, of titles that no member puts below a third of what their greatest admirer gives. */
        VETO
    }

    /** One of the group. */
    public record Member(List<Event> events, Preferences preferences) {
        public Member {
            events = List.copyOf(events);
        }

        public static Member of(Taste taste) {
            return new Member(taste.events(), taste.preferences());
        }

        /** Somebody who names titles they love. */
        public static Member naming(List<TitleId> titles, Preferences preferences, Instant now) {
            return new Member(
                    titles.stream()
                            .map(titleId -> Event.of(titleId, EventKind.FAVOURITE, now))
                            .toList(),
                    preferences);
        }
    }

    public Recommendations recommend(List<Member> members, Rule rule, MediaFilter mediaType, int limit) {
        Instant now = clock.instant();
        String cap = Certification.strictest(members.stream()
                .map(member -> member.preferences().maxCertification())
                .toList());
        Set<TitleId> hidden = new HashSet<>();
        members.forEach(member -> hidden.addAll(History.of(member.events()).settled()));
        List<Recommendations> lists = new ArrayList<>();
        for (Member member : members) {
            Preferences capped = member.preferences().withMaxCertification(cap);
            UserContext context = UserContext.assumed(member.events(), hidden, capped, mediaType, now);
            lists.add(recommend.recommend(context, Profile.BLEND, LIST_PER_MEMBER));
        }
        return merge(lists, rule, limit);
    }

    private static Recommendations merge(List<Recommendations> lists, Rule rule, int limit) {
        Map<TitleId, List<Recommendation>> byTitle = new HashMap<>();
        for (Recommendations list : lists) {
            list.titles().forEach(recommendation -> byTitle.computeIfAbsent(
                            recommendation.title().id(), titleId -> new ArrayList<>())
                    .add(recommendation));
        }
        List<Recommendation> merged = byTitle.values().stream()
                .map(opinions -> agree(opinions, rule, lists.size()))
                .filter(recommendation -> recommendation.score() > 0)
                .sorted(Comparator.comparingDouble(Recommendation::score)
                        .reversed()
                        .thenComparing(recommendation -> recommendation.title().id()))
                .limit(limit)
                .toList();
        boolean degraded = lists.stream().anyMatch(Recommendations::degraded);
        Stage weakest = lists.stream()
                .map(Recommendations::stage)
                .max(Comparator.naturalOrder())
                .orElse(Stage.POPULAR);
        return new Recommendations(merged, "group", lists.getFirst().modelVersion(), degraded, weakest);
    }

    /** A member on whose list the title does not stand counts as 0, and vetoes it where there is a veto. */
    private static Recommendation agree(List<Recommendation> opinions, Rule rule, int members) {
        double least = opinions.size() < members
                ? 0
                : opinions.stream().mapToDouble(Recommendation::score).min().orElse(0);
        double greatest =
                opinions.stream().mapToDouble(Recommendation::score).max().orElse(0);
        double mean = opinions.stream().mapToDouble(Recommendation::score).sum() / members;
        double score =
                switch (rule) {
                    case AVERAGE -> mean;
                    case LEAST_MISERY -> least;
                    case VETO -> least < greatest / 3 ? 0 : mean;
                };
        Recommendation strongest = opinions.stream()
                .max(Comparator.comparingDouble(Recommendation::score))
                .orElseThrow();
        double scale = strongest.score() > 0 ? score / strongest.score() : 0;
        List<Reason> reasons = opinions.stream()
                .flatMap(opinion -> opinion.reasons().stream())
                .distinct()
                .limit(3)
                .toList();
        return new Recommendation(strongest.title(), strongest.parts().times(scale), reasons);
    }
}
