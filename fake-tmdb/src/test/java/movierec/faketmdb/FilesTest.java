package movierec.faketmdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.WorldPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {
    private static final InstantSource BEFORE_EIGHT = InstantSource.fixed(Instant.parse("2026-03-10T07:59:00Z"));

    private final FakeTmdb fake = FakeTmdb.start(new FakeWorld(WorldPlan.STANDARD, BEFORE_EIGHT));
    private final Client client = new Client(fake);

    @AfterEach
    void stop() {
        client.close();
        fake.close();
    }

    private List<JsonNode> export(String file) throws IOException {
        HttpResponse<byte[]> answer = client.bytes(fake.exports().resolve(file));
        assertThat(answer.statusCode()).isEqualTo(200);
        List<JsonNode> lines = new ArrayList<>();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                lines.add(new ObjectMapper().readTree(line));
            }
        }
        return lines;
    }

    @Test
    void exportsNameEveryTitle() throws IOException {
        List<JsonNode> movies = export("movie_ids_03_09_2026.json.gz");
        List<JsonNode> shows = export("tv_series_ids_03_09_2026.json.gz");

        assertThat(movies).hasSize(1_000).allSatisfy(line -> assertThat(line.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("adult", "id", "original_title", "popularity", "video"));
        assertThat(movies).anyMatch(line -> line.get("adult").asBoolean());
        assertThat(shows).hasSize(400).allSatisfy(line -> assertThat(line.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("id", "original_name", "popularity"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "movie_ids_03_10_2026.json.gz",
                "movie_ids_12_09_2025.json.gz",
                "movie_ids_13_40_2026.json.gz",
                "book_ids_03_09_2026.json.gz",
                "movie_ids.json"
            })
    void exportsThatAreNotReadyOrTooOldAreMissing(String file) {
        assertThat(client.bytes(fake.exports().resolve(file)).statusCode()).isEqualTo(404);
    }

    @Test
    void todaysExportIsReadyAtEight() {
        FakeWorld world = new FakeWorld(WorldPlan.STANDARD, InstantSource.fixed(Instant.parse("2026-03-10T08:00:00Z")));
        try (FakeTmdb later = FakeTmdb.start(world);
                Client other = new Client(later)) {
            assertThat(other.bytes(later.exports().resolve("movie_ids_03_10_2026.json.gz"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private String poster() {
        return client.json("/3/movie/popular")
                .at("/results/0/poster_path")
                .asText()
                .substring(1);
    }

    @ParameterizedTest
    @CsvSource({"w92, 92, 138", "w342, 342, 513", "original, 780, 1170"})
    void picturesAreRealAndOfTheirSize(String size, int width, int height) throws IOException {
        HttpResponse<byte[]> answer = client.bytes(fake.images().resolve(size + "/" + poster()));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));

        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=31536000");
        assertThat(answer.headers().firstValue("Last-Modified")).isPresent();
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
    }

    @Test
    void picturesAreNotSentTwice() {
        HttpResponse<byte[]> first = client.bytes(fake.images().resolve("w92/" + poster()));
        String etag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(client.bytes(fake.images().resolve("w92/" + poster()), "If-None-Match", etag)
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"w92/unknown.jpg", "w92/pmovie1000001x0000000000000000.jpg", "w93/", "w92/"})
    void picturesThatNobodyNamedAreMissing(String file) {
        String name = file.endsWith("w93/") ? file + poster() : file;

        assertThat(client.bytes(fake.images().resolve(name)).statusCode()).isEqualTo(404);
    }

    @Test
    void theConfigurationSaysWherePicturesAre() {
        assertThat(client.json("/3/configuration").at("/images/secure_base_url").asText())
                .isEqualTo(fake.images().toString());
    }
}
