package movierec.catalogue.tmdb;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import movierec.title.Title;

/** The last answers, for as long as TMDB lets them be used again. Thread-safe. */
final class FreshAnswers {
    private static final int MAX_ANSWERS = 200;

    private final Map<TmdbRequest, Answer> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TmdbRequest, Answer> eldest) {
            return size() > MAX_ANSWERS;
        }
    };

    private record Answer(List<Title> titles, Instant until) {}

    synchronized Optional<List<Title>> find(TmdbRequest request, Instant now) {
        return Optional.ofNullable(answers.get(request))
                .filter(answer -> now.isBefore(answer.until()))
                .map(Answer::titles);
    }

    synchronized void keep(TmdbRequest request, List<Title> titles, Instant now, Duration maxAge) {
        answers.put(request, new Answer(titles, now.plus(maxAge)));
    }
}
