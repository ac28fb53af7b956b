package movierec.lucene;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * The words of a text as they are indexed and searched: lower-case, without accents, punctuation and articles, with small
 * roman numbers as digits. A text of nothing but articles keeps them.
 */
record SearchWords(List<String> words) {
    private static final int MAX_WORD_LENGTH = 40;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’`´]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> UNIMPORTANT = Set.of("the", "a", "an", "and");

    /** Without the one-letter numbers, which are words or initials as often. */
    private static final Map<String, String> ROMAN =
            Map.of("ii", "2", "iii", "3", "iv", "4", "vi", "6", "vii", "7", "viii", "8", "ix", "9");

    SearchWords {
        words = List.copyOf(words);
    }

    static SearchWords of(String text) {
        List<String> all = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(fold(text))) {
            if (!word.isEmpty()) {
                String number = ROMAN.getOrDefault(word, word);
                all.add(number.length() <= MAX_WORD_LENGTH ? number : number.substring(0, MAX_WORD_LENGTH));
            }
        }
        List<String> important =
                all.stream().filter(word -> !UNIMPORTANT.contains(word)).toList();
        return new SearchWords(important.isEmpty() ? all : important);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** At most so many of the words. */
    SearchWords first(int count) {
        return words.size() <= count ? this : new SearchWords(words.subList(0, count));
    }

    /** All words run together, so that "Spider-Man" and "spiderman" are the same. */
    String together() {
        return String.join("", words);
    }

    private static String fold(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        char[] input = APOSTROPHES
                .matcher(composed)
                .replaceAll("")
                .replace("&", " and ")
                .toCharArray();
        // A character folds to at most four.
        char[] folded = new char[input.length * 4];
        int length = ASCIIFoldingFilter.foldToASCII(input, 0, folded, 0, input.length);
        String ascii = new String(folded, 0, length).toLowerCase(Locale.ROOT);
        return MARKS.matcher(ascii).replaceAll("");
    }
}
