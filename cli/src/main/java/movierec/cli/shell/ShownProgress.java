package movierec.cli.shell;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import movierec.learning.Progress;

/**
 * Shows how far long work has come, on standard error: a bar for each task on a terminal, elsewhere one line when a task
 * begins. Thread-safe.
 */
public final class ShownProgress implements Progress, AutoCloseable {
    private final boolean bars;
    private final PrintWriter lines;
    private final Set<String> begun = new HashSet<>();
    /** The bar of the present task; no element before the first. */
    private final List<ProgressBar> bar = new ArrayList<>();

    public ShownProgress(Shell shell) {
        this.bars = shell.interactive();
        this.lines = shell.err();
    }

    @Override
    public synchronized void step(String task, long done, long total) {
        boolean isNew = begun.add(task);
        if (!bars) {
            if (isNew) {
                lines.println(task + " ...");
            }
            return;
        }
        if (isNew || bar.isEmpty()) {
            close();
            bar.add(begin(task, total));
        }
        bar.getFirst().maxHint(total);
        bar.getFirst().stepTo(done);
    }

    /** Tells something on a line of its own. */
    public synchronized void note(String text) {
        close();
        lines.println(text);
    }

    /** The same for the reading of a file, in bytes. */
    public movierec.catalogue.importer.Progress ofReading(String what) {
        return (readBytes, totalBytes) -> step("read " + what, readBytes, Math.max(totalBytes, readBytes));
    }

    private static ProgressBar begin(String task, long total) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(100)
                .build();
    }

    @Override
    public synchronized void close() {
        bar.forEach(ProgressBar::close);
        bar.clear();
    }
}
