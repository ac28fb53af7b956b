package movierec.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import movierec.failure.Refusal;
import movierec.model.CollaborativeModel;
import movierec.title.Title;
import movierec.title.TitleId;

/** Titles like a given one: by the company it keeps in the model, and by what it is. Thread-safe. */
public final class SimilarTitles {
    private static final int COLLABORATIVE_NEIGHBOURS = 100;

    private final Supplier<ServingState> states;

    public SimilarTitles(Supplier<ServingState> states) {
        this.states = states;
    }

    /** A similar title; each part 0 to 1, the similarity their mean (the content part alone where the model is silent). */
    public record Similar(Title title, double similarity, double collaborative, double content) {}

    /** Titles that may be shown, best first, without the title itself. */
    public List<Similar> of(TitleId titleId, Predicate<Title> mayShow, int limit) {
        ServingState state = states.get();
        int titleIndex = state.catalogue().indexOf(titleId);
        if (titleIndex < 0) {
            throw new Refusal.NotFound("There is no title " + titleId);
        }
        float[] content = state.content().query().add(titleIndex, 1).scores();
        float[] company = company(titleIndex, state);
        boolean hasCompany = state.itemOf(titleIndex) >= 0;
        float[] similarity = new float[content.length];
        for (int other = 0; other < similarity.length; other++) {
            similarity[other] = hasCompany ? (content[other] + company[other]) / 2 : content[other];
        }
        List<Similar> similar = new ArrayList<>();
        int[] best = TopTitles.of(
                similarity,
                limit,
                other -> other != titleIndex && mayShow.test(state.catalogue().title(other)));
        for (int other : best) {
            similar.add(new Similar(state.catalogue().title(other), similarity[other], company[other], content[other]));
        }
        return similar;
    }

    private static float[] company(int titleIndex, ServingState state) {
        float[] company = new float[state.catalogue().size()];
        int itemIndex = state.itemOf(titleIndex);
        if (itemIndex < 0) {
            return company;
        }
        float greatest = 0;
        for (CollaborativeModel.Neighbour neighbour :
                state.model().orElseThrow().similar(itemIndex, COLLABORATIVE_NEIGHBOURS)) {
            int other = state.titleOf(neighbour.itemIndex());
            greatest = Math.max(greatest, neighbour.similarity());
            if (other >= 0 && greatest > 0) {
                company[other] = Math.max(0, neighbour.similarity() / greatest);
            }
        }
        return company;
    }
}
