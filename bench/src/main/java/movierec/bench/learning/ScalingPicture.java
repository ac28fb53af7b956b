package movierec.bench.learning;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Draws time and memory over the number of interactions, all on logarithmic axes: a straight line of 45 degrees is linear. */
final class ScalingPicture {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 380;
    private static final int PANEL_WIDTH = 330;
    private static final int PANEL_HEIGHT = 270;
    private static final int TOP = 55;

    private final StringBuilder svg = new StringBuilder();

    private ScalingPicture() {}

    /**
     * One size of data.
     *
     * @param edlaeSeconds to fit EDLAE
     * @param alsSeconds to fit iALS
     * @param peakMegabytes resident memory of the process at most
     */
    record Measured(long interactions, double edlaeSeconds, double alsSeconds, long peakMegabytes) {}

    /** A whole SVG document. */
    static String of(List<Measured> points) {
        ScalingPicture picture = new ScalingPicture();
        picture.line(
                "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif' font-size='13'>",
                WIDTH, HEIGHT);
        picture.line("<rect width='100%%' height='100%%' fill='white'/>");
        Panel seconds = picture.panel(70, "Training time, seconds", points, 0.1, 1_000);
        picture.curve(
                seconds,
                points,
                new Curve("EDLAE", "#1f5fa8", Measured::edlaeSeconds, p -> p.edlaeSeconds >= p.alsSeconds));
        picture.curve(
                seconds,
                points,
                new Curve(
                        "iALS, 128 factors, 12 epochs",
                        "#c2571a",
                        Measured::alsSeconds,
                        p -> p.alsSeconds > p.edlaeSeconds));
        Panel memory = picture.panel(490, "Peak memory of the process, MB", points, 100, 10_000);
        picture.curve(
                memory, points, new Curve("both, one after the other", "#2f7d4f", Measured::peakMegabytes, p -> true));
        picture.line("</svg>");
        return picture.svg.toString();
    }

    private Panel panel(int left, String title, List<Measured> points, double low, double high) {
        Panel panel = new Panel(
                left,
                points.getFirst().interactions(),
                points.getLast().interactions(),
                Math.log10(low),
                Math.log10(high));
        line("<text x='%d' y='%d' font-weight='bold'>%s</text>", left, TOP - 25, title);
        for (double tick = low; tick <= high; tick *= 10) {
            double y = panel.y(tick);
            line("<line x1='%d' y1='%.1f' x2='%d' y2='%.1f' stroke='#dddddd'/>", left, y, left + PANEL_WIDTH, y);
            String label = tick < 1 ? "%.1f" : "%,.0f";
            line("<text x='%d' y='%.1f' text-anchor='end'>" + label + "</text>", left - 8, y + 4, tick);
        }
        for (Measured point : points) {
            double x = panel.x(point.interactions());
            line("<line x1='%.1f' y1='%d' x2='%.1f' y2='%d' stroke='#dddddd'/>", x, TOP, x, TOP + PANEL_HEIGHT);
            line(
                    "<text x='%.1f' y='%d' text-anchor='middle'>%.1f M</text>",
                    x, TOP + PANEL_HEIGHT + 20, point.interactions() / 1e6);
        }
        line(
                "<text x='%d' y='%d' text-anchor='middle'>interactions</text>",
                left + PANEL_WIDTH / 2, TOP + PANEL_HEIGHT + 42);
        return panel;
    }

    private void curve(Panel panel, List<Measured> points, Curve curve) {
        StringBuilder path = new StringBuilder();
        for (Measured point : points) {
            double number = curve.value.applyAsDouble(point);
            double x = panel.x(point.interactions());
            double y = panel.y(number);
            path.append(String.format(Locale.ROOT, "%s%.1f,%.1f", path.isEmpty() ? "" : " ", x, y));
            line("<circle cx='%.1f' cy='%.1f' r='4' fill='%s'/>", x, y, curve.colour);
            String format = number < 10 ? "%.1f" : "%,.0f";
            line(
                    "<text x='%.1f' y='%.1f' text-anchor='middle' fill='%s'>" + format + "</text>",
                    x,
                    y + curve.labelShift(point),
                    curve.colour,
                    number);
        }
        line("<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>", path, curve.colour);
        Measured middle = points.get(points.size() / 2);
        double y = panel.y(curve.value.applyAsDouble(middle)) + 2.6 * curve.labelShift(middle);
        line(
                "<text x='%d' y='%.1f' text-anchor='middle' fill='%s' font-weight='bold'>%s</text>",
                panel.left + PANEL_WIDTH / 2, y, curve.colour, curve.name);
    }

    private void line(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** What is drawn how; where two curves come close, the upper one has its numbers above. */
    private record Curve(String name, String colour, ToDoubleFunction<Measured> value, Predicate<Measured> isUpper) {
        int labelShift(Measured point) {
            return isUpper.test(point) ? -10 : 22;
        }
    }

    /** Where numbers lie; both axes are logarithmic. */
    private record Panel(int left, long first, long last, double lowDecade, double highDecade) {
        double x(long interactions) {
            double part = Math.log((double) interactions / first) / Math.log((double) last / first);
            return left + 30 + part * (PANEL_WIDTH - 60);
        }

        double y(double value) {
            return TOP + PANEL_HEIGHT * (highDecade - Math.log10(value)) / (highDecade - lowDecade);
        }
    }
}
