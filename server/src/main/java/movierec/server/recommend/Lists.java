package movierec.server.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import movierec.server.json.Body;
import movierec.title.TitleId;

/** Reads lists of title ids. */
final class Lists {
    /** Longest list of titles in one request. */
    static final int MAX_TITLES = 500;

    private Lists() {}

    /** The ids of an array of texts or numbers; a bare number means a movie. */
    static List<TitleId> titles(Body body, String name) {
        List<TitleId> titles = new ArrayList<>();
        for (String text : body.texts(name, MAX_TITLES, 20)) {
            Optional<TitleId> titleId = TitleId.parse(text);
            if (titleId.isEmpty()) {
                body.fault(name, "must hold title ids such as movie:550");
                break;
            }
            titles.add(titleId.get());
        }
        return titles;
    }
}
