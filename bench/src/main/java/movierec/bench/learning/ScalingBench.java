package movierec.bench.learning;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import movierec.bench.learning.ScalingPicture.Measured;
import movierec.learning.als.ImplicitAls;
import movierec.learning.ease.Ease;
import movierec.learning.matrix.Interactions;

/**
 * Measures training (EDLAE and 12 epochs of iALS with 128 factors) at 1x, 4x and 16x interactions and draws the result as an
 * SVG file. Argument: the file. Each size runs in a process of its own with the same options, so that its peak of memory is
 * its own.
 */
public final class ScalingBench {
    private static final int SMALLEST = 500_000;
    private static final int ITEMS = 10_000;
    private static final int INTERACTIONS_PER_USER = 60;

    private ScalingBench() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 2 && arguments[0].equals("one")) {
            System.out.println(one(Integer.parseInt(arguments[1])));
            return;
        }
        if (arguments.length != 1) {
            System.err.println("Name the picture to write, such as docs/pictures/training-scaling.svg");
            System.exit(2);
        }
        List<Measured> points = new ArrayList<>();
        for (int times : new int[] {1, 4, 16}) {
            Measured point = inOwnProcess(times * SMALLEST);
            System.out.println(point);
            points.add(point);
        }
        Path picture = Path.of(arguments[0]).toAbsolutePath();
        Files.createDirectories(picture.getParent());
        Files.writeString(picture, ScalingPicture.of(points));
    }

    private static String one(int interactions) {
        int users = interactions / INTERACTIONS_PER_USER;
        Interactions data = new SyntheticInteractions(users, ITEMS, interactions, 1).generate();
        double seconds = Used.of(() -> {
                    Ease.zeroDiagonal(300, 0.5, ITEMS).fit(data);
                })
                .seconds();
        double factorSeconds =
                Used.of(() -> ImplicitAls.of(128, 0.3, 0.005, 12).fit(data)).seconds();
        return String.format(Locale.ROOT, "%d %.3f %.3f %d", data.size(), seconds, factorSeconds, Used.peakMegabytes());
    }

    private static Measured inOwnProcess(int interactions) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ScalingBench.class.getName()));
        command.addAll(List.of("one", String.valueOf(interactions)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Training on " + interactions + " interactions failed");
        }
        String[] words = answer.strip().split(" ");
        return new Measured(
                Long.parseLong(words[0]),
                Double.parseDouble(words[1]),
                Double.parseDouble(words[2]),
                Long.parseLong(words[3]));
    }
}
