package movierec.server.title;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import movierec.catalogue.images.ImageMode;
import movierec.server.json.Json;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.WatchOffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire shape of a title, where settings and sources make it differ. */
final class TitleJsonTest {
    private static final Title BARE =
            Title.builder(TitleId.movie(7), "Invented").build();
    private static final Title FULL = BARE.toBuilder()
            .posterPath("/poster-1_a.jpg")
            .backdropPath("/backdrop.jpg")
            .externalIds("tt7654321", 4242)
            .offers(List.of(new WatchOffer("DE", WatchOffer.Kind.STREAM, 8, "Streamflix")))
            .build();

    private static JsonNode details(Title title, ImageMode mode) {
        TitleJson titles = new TitleJson(new Posters(mode, () -> "https://pictures.example/t/p/"));
        return Json.read(Json.written(json -> {
            json.writeStartObject();
            titles.writeDetails(json, title);
            json.writeEndObject();
        }));
    }

    private static List<String> urls(Title title, ImageMode mode) {
        JsonNode details = details(title, mode);
        return List.of(
                details.path("posterUrl").asText("missing"),
                details.path("backdropUrl").asText("missing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "poster.jpg",
                "//evil.example/x.jpg",
                "/../x.jpg/..",
                "https://evil.example/x.jpg",
                "/a b.jpg",
                "/x.jpg?y",
                "/x.jpg\"onload=1"
            })
    void whatIsNoFileOfTheSourceHasNoAddress(String path) {
        Title title = BARE.toBuilder().posterPath(path).backdropPath(path).build();

        for (ImageMode mode : ImageMode.values()) {
            assertThat(urls(title, mode)).as(mode.word()).containsExactly("", "");
        }
        assertThat(details(title, ImageMode.NONE).path("posterPath").asText()).isEqualTo(path);
    }

    @Test
    void picturesAreWhereTheSettingSays() {
        assertThat(urls(FULL, ImageMode.HOTLINK))
                .containsExactly(
                        "https://pictures.example/t/p/w342/poster-1_a.jpg",
                        "https://pictures.example/t/p/w780/backdrop.jpg");
        assertThat(urls(FULL, ImageMode.PROXY_CACHE))
                .containsExactly("/api/images/w342/poster-1_a.jpg", "/api/images/w780/backdrop.jpg");
        assertThat(urls(FULL, ImageMode.NONE)).containsExactly("", "");
    }

    @Test
    void watchOffersComeWithTheirNotice() {
        JsonNode details = details(FULL, ImageMode.NONE);

        assertThat(details.path("watchOffers"))
                .isEqualTo(Json.tree(List.of(
                        Json.read("{\"region\":\"DE\",\"kind\":\"stream\",\"provider\":\"Streamflix\",\"providerId\":8}"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
        assertThat(details.path("watchOffersAttribution").asText()).contains("JustWatch");
        assertThat(details.path("imdbId").asText()).isEqualTo("tt7654321");
        assertThat(details.path("tvdbId").asInt()).isEqualTo(4242);
        assertThat(details.path("backdropPath").asText()).isEqualTo("/backdrop.jpg");
    }

    @Test
    void whatIsUnknownIsEmptyAndNeedsNoNotice() {
        JsonNode details = details(BARE, ImageMode.PROXY_CACHE);

        assertThat(details.path("watchOffers").isArray()).isTrue();
        assertThat(details.path("watchOffers")).isEmpty();
        assertThat(details.has("watchOffersAttribution")).isFalse();
        assertThat(details.path("imdbId").asText("missing")).isEmpty();
        assertThat(details.path("tvdbId").asInt(-1)).isZero();
    }
}
