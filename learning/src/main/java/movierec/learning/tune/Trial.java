package movierec.learning.tune;

import java.util.Map;

/**
 * One setting of a member that was tried.
 *
 * @param member by its {@link TunedMember#word()}
 * @param number 0 = what the search began with
 * @param values all hyper-parameters of the member, those included that were found while it learned
 * @param score what validation users said on average
 */
public record Trial(String member, int number, Map<String, Double> values, double score) {
    public Trial {
        values = Map.copyOf(values);
    }

    /** Whether this is the answer to such a question: it may have found more than was asked. */
    boolean answers(TunedMember asked, int askedNumber, Map<String, Double> askedValues) {
        return member.equals(asked.word())
                && number == askedNumber
                && values.entrySet().containsAll(askedValues.entrySet());
    }
}
