package movierec.server.log;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.io.Console;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets logging up in code, which takes a tenth of the time that reading an XML file takes. Logback finds this class as a
 * service. Lines go to standard error, so that what a command prints stays clean; a full queue drops lines below warnings
 * rather than holding requests up.
 */
public final class Logging extends ContextAwareBase implements Configurator {
    private static final int QUEUED_LINES = 8192;
    private static final String PLAIN = "%d{HH:mm:ss.SSS} %-5level %-28logger{28} %msg %kvp%n";

    /** How lines look. */
    public enum Format {
        /** Plain on a terminal, JSON everywhere else. */
        AUTO,
        PLAIN,
        JSON
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        set(context, Format.AUTO, "info");
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /**
     * Replaces the set-up that holds from the first line on.
     *
     * @param level {@code trace debug info warn error off}, of our own loggers; those of libraries stay at warnings
     * @throws IllegalArgumentException for another level
     */
    public static void configure(Format format, String level) {
        if (!level.toLowerCase(Locale.ROOT).matches("trace|debug|info|warn|error|off")) {
            throw new IllegalArgumentException(
                    "movierec.log.level: " + level + " is none of trace, debug, info, warn, error, off");
        }
        set((LoggerContext) LoggerFactory.getILoggerFactory(), format, level);
    }

    private static void set(LoggerContext context, Format format, String level) {
        context.reset();
        Encoder<ILoggingEvent> encoder =
                switch (format) {
                    case AUTO -> isTerminal() ? plain(context) : json(context);
                    case PLAIN -> plain(context);
                    case JSON -> json(context);
                };
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        AsyncAppender queue = new AsyncAppender();
        queue.setContext(context);
        queue.setQueueSize(QUEUED_LINES);
        queue.setNeverBlock(true);
        queue.addAppender(console);
        queue.start();
        // A few libraries log through the JDK, which writes hints to the console by itself.
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.SEVERE);
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(queue);
        context.getLogger("movierec").setLevel(Level.toLevel(level));
        // It warns of a missing graphics card, which nobody asked for.
        context.getLogger("ai.djl").setLevel(Level.ERROR);
    }

    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static Encoder<ILoggingEvent> plain(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PLAIN);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        JsonLines encoder = new JsonLines();
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }
}
