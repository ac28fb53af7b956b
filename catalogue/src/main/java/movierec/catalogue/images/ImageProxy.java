package movierec.catalogue.images;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import movierec.failure.OutsideFailure;
import movierec.failure.Refusal;

/**
 * Hands out the source's pictures, and keeps them so that the source is asked once and does not see who looks at what. Nothing
 * is kept beyond the source's legal age ({@link movierec.title.SourceTerms}). Thread-safe.
 */
public final class ImageProxy implements AutoCloseable {
    private static final int MAX_FETCHES = 8;
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final ImageFolder folder;
    private final ImageOrigin origin;
    private final Duration longestFetch;
    private final RecentMisses misses;
    private final Semaphore fetches = new Semaphore(MAX_FETCHES);
    private final ConcurrentMap<ImageName, CompletableFuture<Optional<Image>>> underWay = new ConcurrentHashMap<>();

    /**
     * @param folder made when the first picture is kept
     * @param maxBytes of all kept pictures together
     * @param base address that sizes and file names are appended to, such as {@code https://image.tmdb.org/t/p/}
     */
    public ImageProxy(Path folder, long maxBytes, Supplier<String> base, InstantSource clock) {
        this(new ImageFolder(folder, maxBytes, clock), base, ImageOrigin.Limits.DEFAULT, clock);
    }

    ImageProxy(ImageFolder folder, Supplier<String> base, ImageOrigin.Limits limits, InstantSource clock) {
        this.folder = folder;
        this.origin = new ImageOrigin(base, limits);
        this.longestFetch = limits.whole().plus(PATIENCE);
        this.misses = new RecentMisses(clock);
    }

    /**
     * The picture, or empty when the source has none of this name.
     *
     * @throws Refusal.NotReady when too many are being fetched, or the source could not be asked a moment ago
     * @throws OutsideFailure when the source cannot be asked now
     */
    public Optional<Image> find(ImageName name) {
        Optional<Image> kept = folder.find(name);
        if (kept.isPresent()) {
            return kept;
        }
        CompletableFuture<Optional<Image>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Image>> others = underWay.putIfAbsent(name, mine);
        if (others != null) {
            return await(others);
        }
        try {
            Optional<Image> image = findFirst(name);
            mine.complete(image);
            return image;
        } finally {
            underWay.remove(name);
            mine.cancel(false); // where it failed, nobody waits on
        }
    }

    private static Refusal.NotReady notReady(String why, Duration retryAfter) {
        return new Refusal.NotReady(why, retryAfter);
    }

    private Optional<Image> await(CompletableFuture<Optional<Image>> fetch) {
        try {
            return fetch.get(longestFetch.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            throw notReady("The picture cannot be fetched at the moment", RecentMisses.PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notReady("The server is stopping", SOON);
        }
    }

    private Optional<Image> findFirst(ImageName name) {
        // another call may have ended between the look into the folder and now
        Optional<Image> kept = folder.find(name);
        if (kept.isPresent() || misses.isMissing(name)) {
            return kept;
        }
        if (misses.isUnreachable(name)) {
            throw notReady("The source of pictures could not be asked a moment ago", RecentMisses.PAUSE);
        }
        takeTurn();
        try {
            return fetch(name);
        } finally {
            fetches.release();
        }
    }

    private void takeTurn() {
        try {
            if (!fetches.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw notReady("Too many pictures are being fetched", SOON);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notReady("The server is stopping", SOON);
        }
    }

    private Optional<Image> fetch(ImageName name) {
        Optional<Image> image;
        try {
            image = origin.fetch(name);
        } catch (OutsideFailure failure) {
            misses.failed(name);
            throw failure;
        }
        if (image.isEmpty()) {
            misses.missing(name);
        } else {
            misses.found();
            folder.save(name, image.get());
        }
        return image;
    }

    /** Removes every kept picture. */
    public void purge() {
        folder.purge();
        misses.forget();
    }

    /** Removes the kept pictures that are beyond their legal age, which are no longer served anyway, and returns how many. */
    public int deleteExpired() {
        return folder.deleteExpired();
    }

    @Override
    public void close() {
        origin.close();
    }
}
