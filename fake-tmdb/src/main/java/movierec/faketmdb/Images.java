package movierec.faketmdb;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import movierec.faketmdb.world.Pictures;

/** Drawn pictures: a gradient of two colours and a circle, which differ from file to file. */
final class Images {
    private static final int ORIGINAL = 780;
    private static final double POSTER = 1.5;
    private static final double BACKDROP = 9.0 / 16;

    /** @param path size and file, with a slash between them */
    Answer picture(String path) {
        int slash = path.indexOf('/');
        String size = path.substring(0, Math.max(slash, 0));
        String file = path.substring(slash + 1);
        if (!Configuration.hasSize(size) || !Pictures.exists(file)) {
            return new Answer(
                    404,
                    Map.of("Content-Type", "text/html"),
                    "<h1>File not Found</h1>".getBytes(StandardCharsets.UTF_8));
        }
        return new Answer(
                        200,
                        Map.of(
                                "Content-Type",
                                "image/jpeg",
                                "Cache-Control",
                                "public, max-age=31536000",
                                "Last-Modified",
                                "Mon, 06 Jan 2025 10:00:00 GMT"),
                        jpeg(size, file))
                .tagged("");
    }

    private static byte[] jpeg(String size, String file) {
        double ratio = file.startsWith("b") ? BACKDROP : POSTER;
        int number = size.equals("original") ? ORIGINAL : Integer.parseInt(size.substring(1));
        int width = size.startsWith("h") ? (int) (number / ratio) : number;
        int height = (int) (width * ratio);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        float hue = (file.hashCode() & 0xff) / 255f;
        pen.setPaint(new GradientPaint(
                0, 0, Color.getHSBColor(hue, 0.6f, 0.35f), width, height, Color.getHSBColor(hue + 0.2f, 0.7f, 0.8f)));
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.getHSBColor(hue + 0.5f, 0.5f, 0.9f));
        int circle = width / 2;
        pen.fillOval(width / 4, height / 4, circle, circle);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
