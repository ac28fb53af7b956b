package movierec.server.title;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.List;
import movierec.server.docs.ShowAbout;
import movierec.title.Genre;
import movierec.title.Title;
import movierec.title.WatchOffer;

/**
 * The one shape of a title on the wire. Written field by field, with names that are encoded once, because every busy answer
 * holds many titles. Thread-safe.
 */
public final class TitleJson {
    private static final SerializedString TITLE_ID = new SerializedString("titleId");
    private static final SerializedString MEDIA_TYPE = new SerializedString("mediaType");
    private static final SerializedString TMDB_ID = new SerializedString("tmdbId");
    private static final SerializedString TITLE = new SerializedString("title");
    private static final SerializedString YEAR = new SerializedString("year");
    private static final SerializedString GENRES = new SerializedString("genres");
    private static final SerializedString OVERVIEW = new SerializedString("overview");
    private static final SerializedString POSTER_PATH = new SerializedString("posterPath");
    private static final SerializedString POSTER_URL = new SerializedString("posterUrl");
    private static final SerializedString VOTE_AVERAGE = new SerializedString("voteAverage");
    private static final SerializedString VOTE_COUNT = new SerializedString("voteCount");
    private static final SerializedString POPULARITY = new SerializedString("popularity");
    private static final SerializedString ORIGINAL_LANGUAGE = new SerializedString("originalLanguage");
    private static final SerializedString RUNTIME_MINUTES = new SerializedString("runtimeMinutes");
    private static final SerializedString CERTIFICATION = new SerializedString("certification");

    private final Posters posters;

    public TitleJson(Posters posters) {
        this.posters = posters;
    }

    /** Part of every entity tag of answers with titles: with other settings the same titles look different. */
    public String variant() {
        return posters.toString();
    }

    /** Writes the fields of a title into the object that is open. */
    public void write(JsonGenerator json, Title title) throws IOException {
        text(json, TITLE_ID, title.id().toString());
        text(json, MEDIA_TYPE, title.id().type().word());
        number(json, TMDB_ID, title.id().number());
        text(json, TITLE, title.name());
        number(json, YEAR, title.year());
        json.writeFieldName(GENRES);
        json.writeStartArray();
        for (Genre genre : title.genres()) {
            json.writeString(genre.label());
        }
        json.writeEndArray();
        text(json, OVERVIEW, title.overview());
        text(json, POSTER_PATH, title.posterPath());
        text(json, POSTER_URL, posters.posterUrl(title.posterPath()));
        number(json, VOTE_AVERAGE, title.voteAverage());
        number(json, VOTE_COUNT, title.voteCount());
        number(json, POPULARITY, title.popularity());
        text(json, ORIGINAL_LANGUAGE, title.originalLanguage());
        number(json, RUNTIME_MINUTES, title.runtimeMinutes());
        text(json, CERTIFICATION, title.certification());
    }

    /** As {@link #write}, with the field names of older clients beside it: for lists. */
    public void writeListed(JsonGenerator json, Title title) throws IOException {
        write(json, title);
        json.writeStringField("poster_path", title.posterPath());
        json.writeStringField("release_date", title.releaseDate());
        json.writeNumberField("vote_average", title.voteAverage());
    }

    /** As {@link #write}, with everything else that is known. */
    void writeDetails(JsonGenerator json, Title title) throws IOException {
        writeListed(json, title);
        json.writeStringField("originalTitle", title.originalName());
        json.writeStringField("releaseDate", title.releaseDate());
        texts(json, "keywords", title.keywords());
        texts(json, "directors", title.directors());
        texts(json, "cast", title.cast());
        json.writeStringField("backdropPath", title.backdropPath());
        json.writeStringField("backdropUrl", posters.backdropUrl(title.backdropPath()));
        json.writeStringField("imdbId", title.imdbId());
        json.writeNumberField("tvdbId", title.tvdbId());
        offers(json, title.offers());
        json.writeStringField("source", title.source());
    }

    private static void offers(JsonGenerator json, List<WatchOffer> offers) throws IOException {
        json.writeArrayFieldStart("watchOffers");
        for (WatchOffer offer : offers) {
            json.writeStartObject();
            json.writeStringField("region", offer.region());
            json.writeStringField("kind", offer.kind().word());
            json.writeStringField("provider", offer.provider());
            json.writeNumberField("providerId", offer.providerId());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!offers.isEmpty()) {
            json.writeStringField("watchOffersAttribution", ShowAbout.JUSTWATCH_NOTICE);
        }
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, SerializedString name, String value) throws IOException {
        json.writeFieldName(name);
        json.writeString(value);
    }

    private static void number(JsonGenerator json, SerializedString name, int value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(value);
    }

    private static void number(JsonGenerator json, SerializedString name, double value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(value);
    }
}
