package movierec.model;

import movierec.title.TitleId;

/** Ratings by people who have no account here: imported from a file, or simulated. */
public interface RatingCorpus {
    /** In words people understand, such as {@code movielens ml-latest-small}. */
    String name();

    /** Hands every rating to the visitor; users may come in any order. */
    void forEach(Visitor visitor);

    /** Receives ratings one by one. */
    interface Visitor {
        /**
         * @param user a number of this corpus, no account
         * @param rating 0.5 to 5; {@link Float#NaN} where the corpus only says that there was an interaction
         * @param epochSecond when, or 0 if unknown
         */
        void rating(int user, TitleId titleId, float rating, long epochSecond);
    }
}
