package movierec.taste;

/**
 * What a client said about a title that the catalogue does not know yet (LIST-2). Sanitised: plain text without control
 * characters or angle brackets, cut to a sane length. Unknown texts are empty, an unknown vote is 0.
 */
public record ClientFacts(String title, String posterPath, String releaseDate, double voteAverage) {
    public static final ClientFacts NONE = new ClientFacts("", "", "", 0);

    public ClientFacts {
        title = clean(title, 200);
        posterPath = posterPath.matches("/[A-Za-z0-9._-]{1,100}") ? posterPath : "";
        releaseDate = releaseDate.matches("\\d{4}-\\d{2}-\\d{2}") ? releaseDate : "";
        voteAverage = voteAverage >= 0 && voteAverage <= 10 ? voteAverage : 0;
    }

    private static String clean(String text, int maxLength) {
        String plain = text.replaceAll("[\\p{Cntrl}<>]", " ").strip();
        return plain.length() <= maxLength ? plain : plain.substring(0, maxLength);
    }
}
