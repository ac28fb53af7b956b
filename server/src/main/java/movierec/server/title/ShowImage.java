package movierec.server.title;

import movierec.catalogue.images.Image;
import movierec.catalogue.images.ImageMode;
import movierec.catalogue.images.ImageName;
import movierec.catalogue.images.ImageProxy;
import movierec.failure.Refusal;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;

/** {@code GET /api/images/{size}/{file}}: a title's picture from our cache, where the settings say that we keep one. */
public final class ShowImage implements Endpoint {
    private final ImageProxy images;
    private final ImageMode mode;

    public ShowImage(ImageProxy images, ImageMode mode) {
        this.images = images;
        this.mode = mode;
    }

    @Override
    public Answer answer(Call call) {
        if (mode != ImageMode.PROXY_CACHE) {
            throw new Refusal.NotFound("This server hands out no pictures");
        }
        Image image = ImageName.of(call.path("size"), call.path("file"))
                .flatMap(images::find)
                .orElseThrow(() -> new Refusal.NotFound("There is no such picture"));
        return Answer.bytes(200, image.type().contentType(), image.bytes())
                .cached(Caching.IMAGE, "\"" + image.digest().substring(0, 32) + "\"");
    }
}
