package movierec.server.recommend;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import movierec.recommend.HomePage;
import movierec.recommend.Parts;
import movierec.recommend.Reason;
import movierec.recommend.Recommendation;
import movierec.recommend.Recommendations;
import movierec.recommend.SimilarTitles;
import movierec.server.json.Json;
import movierec.server.title.TitleJson;

/** The wire shape of recommendations, written by hand because it is the busiest answer of all. Thread-safe. */
public final class RecommendationJson {
    private final TitleJson titleJson;

    public RecommendationJson(TitleJson titleJson) {
        this.titleJson = titleJson;
    }

    /** Part of every entity tag, see {@link TitleJson#variant}. */
    String variant() {
        return titleJson.variant();
    }

    byte[] list(Recommendations list) {
        return Json.written(json -> {
            json.writeStartObject();
            results(json, list.titles());
            onePage(json, list.titles().size());
            json.writeStringField("profile", list.profile());
            json.writeStringField("modelVersion", list.modelVersion());
            json.writeBooleanField("degraded", list.degraded());
            json.writeStringField("stage", list.stage().word());
            json.writeEndObject();
        });
    }

    byte[] home(HomePage.Page page) {
        return Json.written(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("rows");
            for (HomePage.Row row : page.rows()) {
                json.writeStartObject();
                json.writeStringField("id", row.id());
                json.writeStringField("heading", row.heading());
                if (!row.because().isEmpty()) {
                    json.writeStringField("reason", row.because());
                }
                results(json, row.titles());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("modelVersion", page.modelVersion());
            json.writeEndObject();
        });
    }

    byte[] similar(List<SimilarTitles.Similar> titles) {
        return Json.written(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("results");
            for (SimilarTitles.Similar similar : titles) {
                json.writeStartObject();
                titleJson.writeListed(json, similar.title());
                json.writeNumberField("similarity", rounded(similar.similarity()));
                json.writeNumberField("collaborative", rounded(similar.collaborative()));
                json.writeNumberField("content", rounded(similar.content()));
                json.writeEndObject();
            }
            json.writeEndArray();
            onePage(json, titles.size());
            json.writeEndObject();
        });
    }

    private static void onePage(JsonGenerator json, int results) throws IOException {
        json.writeNumberField("page", 1);
        json.writeNumberField("totalPages", 1);
        json.writeNumberField("totalResults", results);
    }

    private void results(JsonGenerator json, List<Recommendation> titles) throws IOException {
        json.writeArrayFieldStart("results");
        for (Recommendation recommendation : titles) {
            json.writeStartObject();
            titleJson.writeListed(json, recommendation.title());
            parts(json, recommendation.parts());
            json.writeArrayFieldStart("reasons");
            for (Reason reason : recommendation.reasons()) {
                reason(json, reason);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The score is written as the sum of the rounded parts, so that they add up to it to the last digit. */
    private static void parts(JsonGenerator json, Parts parts) throws IOException {
        double genre = rounded(parts.genre());
        double quality = rounded(parts.quality());
        double batch = rounded(parts.batch());
        double realtime = rounded(parts.realtime());
        double diversity = rounded(parts.diversity());
        json.writeNumberField("score", rounded(genre + quality + batch + realtime + diversity));
        json.writeObjectFieldStart("parts");
        json.writeNumberField("genre", genre);
        json.writeNumberField("quality", quality);
        json.writeNumberField("batch", batch);
        json.writeNumberField("realtime", realtime);
        json.writeNumberField("diversity", diversity);
        json.writeEndObject();
    }

    private static void reason(JsonGenerator json, Reason reason) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", reason.kind());
        json.writeStringField("text", reason.text());
        if (!reason.titleId().isEmpty()) {
            json.writeStringField("titleId", reason.titleId());
        }
        json.writeEndObject();
    }

    /** Four digits after the point. */
    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
