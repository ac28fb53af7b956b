package movierec.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import movierec.recommend.content.SymbolicVectors;
import movierec.title.Genre;
import movierec.title.Title;
import movierec.title.TitleId;

/** Says why: which of the user's own titles carried the score, else what about the title fits. */
final class Explainer {
    private static final int MAX_NAMED = 2;
    private static final double MIN_SHARE = 0.15;

    private final UserContext context;
    private final ServingState state;
    private final Signals signals;
    private final SymbolicVectors.Query ofTitle;

    Explainer(UserContext context, ServingState state, Signals signals) {
        this.context = context;
        this.state = state;
        this.signals = signals;
        this.ofTitle = state.content().query();
    }

    Recommendation explain(Scored scored) {
        Title title = state.catalogue().title(scored.titleIndex());
        List<Reason> reasons = new ArrayList<>(because(scored));
        genre(title)
                .ifPresent(genre -> reasons.add(Reason.plain(
                        "genre", "Matches your taste for " + genre.label().toLowerCase(Locale.ROOT))));
        if (signals.stated().length > 0 && signals.stated()[scored.titleIndex()] >= 0.5) {
            reasons.add(Reason.plain("stated", "Fits the preferences you set"));
        }
        if (state.catalogue().quality(scored.titleIndex()) >= 0.8) {
            reasons.add(Reason.plain("quality", "Highly rated by other viewers"));
        }
        if (reasons.isEmpty()) {
            reasons.add(Reason.plain("popular", "Liked by many viewers"));
        }
        return new Recommendation(title, scored.parts(), reasons);
    }

    /** A title of the history and how much of the score it carried. */
    private record Carrier(History.Item item, double points) {}

    private List<Reason> because(Scored scored) {
        List<Carrier> carriers = new ArrayList<>();
        carryBatch(scored, carriers);
        carryContent(scored, carriers);
        double total = carriers.stream().mapToDouble(Carrier::points).sum();
        return carriers.stream()
                .filter(carrier -> carrier.points() >= MIN_SHARE * total)
                .sorted(Comparator.comparingDouble(Carrier::points).reversed())
                .map(Carrier::item)
                .distinct()
                .limit(MAX_NAMED)
                .map(this::because)
                .toList();
    }

    /** Shares the batch points among the titles that the model says carried them. */
    private void carryBatch(Scored scored, List<Carrier> carriers) {
        int itemIndex = state.itemOf(scored.titleIndex());
        if (!signals.hasBatch() || itemIndex < 0) {
            return;
        }
        ModelHistory history = signals.modelHistory();
        float[] carried = history.folded().explain(itemIndex);
        share(scored.parts().batch(), carried, history.items(), carriers);
    }

    /** Shares the realtime points among the latest titles by how alike they are. */
    private void carryContent(Scored scored, List<Carrier> carriers) {
        List<History.Item> recent = context.history().items();
        recent = recent.subList(0, Math.min(RealtimeLayer.RECENT_TITLES, recent.size()));
        float[] alike = new float[recent.size()];
        ofTitle.add(scored.titleIndex(), 1);
        for (int position = 0; position < alike.length; position++) {
            int titleIndex = state.catalogue().indexOf(recent.get(position).titleId());
            alike[position] = titleIndex < 0
                    ? 0
                    : ofTitle.dot(titleIndex) * (float) recent.get(position).weight();
        }
        ofTitle.add(scored.titleIndex(), -1);
        share(scored.parts().realtime(), alike, recent, carriers);
    }

    private static void share(double points, float[] carried, List<History.Item> items, List<Carrier> carriers) {
        double total = 0;
        for (int position = 0; position < carried.length; position++) {
            total += items.get(position).liked() ? Math.max(0, carried[position]) : 0;
        }
        for (int position = 0; position < carried.length && total > 0; position++) {
            if (items.get(position).liked() && carried[position] > 0) {
                carriers.add(new Carrier(items.get(position), points * carried[position] / total));
            }
        }
    }

    private Reason because(History.Item item) {
        TitleId titleId = item.titleId();
        String name = state.catalogue().find(titleId).map(Title::name).orElse(titleId.toString());
        String did =
                switch (item.kind()) {
                    case FAVOURITE -> "Because you loved " + name;
                    case RATED -> (item.rating() >= 4 ? "Because you loved " : "Because you liked ") + name;
                    case WATCHED -> "Because you watched " + name;
                    case WATCHLIST -> "Because " + name + " is on your watchlist";
                    case CLICKED, SHOWN, DISMISSED -> "Because you looked at " + name;
                };
        return new Reason("because", did, titleId.toString());
    }

    private Optional<Genre> genre(Title title) {
        return Genre.tastesOf(title.genres()).stream()
                .filter(taste -> signals.genres().getOrDefault(taste, 0.0) >= 0.6)
                .max(Comparator.comparingDouble(taste -> signals.genres().getOrDefault(taste, 0.0)));
    }
}
