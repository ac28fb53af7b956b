package movierec.catalogue.images;

import static movierec.catalogue.images.ScriptedOrigin.JPEG;
import static movierec.catalogue.images.ScriptedOrigin.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import movierec.failure.OutsideFailure;
import movierec.failure.Refusal;
import movierec.testkit.identity.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept, for how long, and how often the source is asked. */
class ImageProxyTest {
    private static final ImageName POSTER = new ImageName("w342", "abc.jpg");
    private static final ImageOrigin.Limits LIMITS =
            new ImageOrigin.Limits(5000, Duration.ofSeconds(2), Duration.ofSeconds(10));

    @TempDir
    Path temporary;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-06-01T20:00:00Z"));
    private final ScriptedOrigin source = ScriptedOrigin.sending(JPEG);
    private final List<ImageProxy> opened = new ArrayList<>();

    private ImageProxy proxy(long maxBytes) {
        return proxy(temporary.resolve("images"), maxBytes);
    }

    private ImageProxy proxy(Path folder, long maxBytes) {
        ImageProxy proxy = new ImageProxy(new ImageFolder(folder, maxBytes, clock), source::base, LIMITS, clock);
        opened.add(proxy);
        return proxy;
    }

    @AfterEach
    void close() {
        opened.forEach(ImageProxy::close);
        source.close();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(temporary.resolve("images"))) {
            return files.toList();
        }
    }

    private static ImageName poster(int number) {
        return new ImageName("w342", "poster" + number + ".jpg");
    }

    @Test
    void asksTheSourceOnceAndOutlivesARestart() {
        assertThat(proxy(1_000_000).find(POSTER)).isPresent();
        source.close();

        assertThat(proxy(1_000_000).find(POSTER))
                .hasValueSatisfying(image -> assertThat(image.bytes()).isEqualTo(JPEG));
        assertThat(source.asked()).hasSize(1);
    }

    @Test
    void keepsSizesAndCasesOfNamesApart() {
        source.now((path, out) -> send(out, "200 OK", "image/jpeg", Arrays.copyOf(JPEG, path.hashCode() & 0xfff | 64)));
        ImageProxy proxy = proxy(1_000_000);
        List<ImageName> names = List.of(POSTER, new ImageName("w500", "abc.jpg"), new ImageName("w342", "ABC.jpg"));
        List<String> fetched =
                names.stream().map(name -> digest(proxy.find(name))).toList();

        assertThat(fetched).doesNotHaveDuplicates();
        assertThat(names).extracting(name -> digest(proxy.find(name))).isEqualTo(fetched);
        assertThat(source.asked()).hasSize(3);
    }

    private static String digest(Optional<Image> image) {
        return image.orElseThrow().digest();
    }

    @Test
    void servesNothingBeyondTheLegalAge() {
        ImageProxy proxy = proxy(1_000_000);
        proxy.find(POSTER);
        clock.advance(Duration.ofDays(180).minusSeconds(1));
        proxy.find(POSTER);
        assertThat(source.asked()).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        source.now((path, out) -> send(out, "503 Away", "text/html", new byte[0]));

        assertThatThrownBy(() -> proxy.find(POSTER)).isInstanceOf(OutsideFailure.class);
        assertThat(source.asked()).hasSize(2);
    }

    @Test
    void deletesWhatIsBeyondTheLegalAge() throws IOException {
        ImageProxy proxy = proxy(1_000_000);
        proxy.find(poster(1));
        clock.advance(Duration.ofDays(100));
        proxy.find(poster(2));
        clock.advance(Duration.ofDays(100));

        assertThat(proxy.deleteExpired()).isEqualTo(1);
        assertThat(files()).hasSize(1);
        proxy.find(poster(2));
        assertThat(source.asked()).hasSize(2);
    }

    @Test
    void fetchesAgainWhatWasDamagedOnTheDisk() throws IOException {
        ImageProxy proxy = proxy(1_000_000);
        proxy.find(POSTER);
        Path file = files().getFirst();
        byte[] whole = Files.readAllBytes(file);
        byte[] changed = whole.clone();
        changed[changed.length - 1]++;
        byte[] fromTheFuture = whole.clone();
        fromTheFuture[0] = 0x7f;
        List<byte[]> damages = List.of(
                new byte[0], Arrays.copyOf(whole, 20), Arrays.copyOf(whole, whole.length - 1), changed, fromTheFuture);

        for (byte[] damage : damages) {
            Files.write(file, damage);
            assertThat(proxy.find(POSTER))
                    .hasValueSatisfying(image -> assertThat(image.bytes()).isEqualTo(JPEG));
        }
        assertThat(source.asked()).hasSize(1 + damages.size());
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    @Test
    void dropsWhatNobodyAskedForTheLongest() {
        long three = 3L * (ImageFile.HEADER_BYTES + JPEG.length);
        ImageProxy proxy = proxy(three);
        for (int number = 1; number <= 3; number++) {
            proxy.find(poster(number));
            clock.advance(Duration.ofMinutes(1));
        }
        proxy.find(poster(1));
        clock.advance(Duration.ofMinutes(1));

        // a restart remembers who was used when
        ImageProxy restarted = proxy(three);
        restarted.find(poster(4));
        source.asked().clear();
        Stream.of(1, 3, 4).forEach(number -> restarted.find(poster(number)));
        assertThat(source.asked()).isEmpty();
        restarted.find(poster(2));
        assertThat(source.asked()).hasSize(1);
    }

    @Test
    void neverHoldsMoreBytesThanAllowed() throws IOException {
        source.now((path, out) -> send(out, "200 OK", "image/jpeg", Arrays.copyOf(JPEG, 900)));
        ImageProxy proxy = proxy(3000);
        for (int number = 1; number <= 10; number++) {
            proxy.find(poster(number));
            clock.advance(Duration.ofSeconds(1));
            assertThat(files().stream()
                            .mapToLong(file -> file.toFile().length())
                            .sum())
                    .isLessThanOrEqualTo(3000);
        }
        assertThat(files()).hasSize(3);
        assertThat(proxy(500).find(poster(11))).isPresent();
    }

    @Test
    void servesWithoutKeepingWhereTheFolderCannotBeWritten() throws IOException {
        Path noFolder = Files.writeString(temporary.resolve("occupied"), "a file where the folder should be");
        ImageProxy proxy = proxy(noFolder, 1_000_000);

        assertThat(proxy.find(POSTER)).isPresent();
        assertThat(proxy.find(POSTER)).isPresent();
        assertThat(source.asked()).hasSize(2);
        proxy.purge();
        assertThat(proxy.deleteExpired()).isZero();
    }

    @Test
    void remembersForAWhileThatThereIsNone() throws IOException {
        source.now((path, out) -> send(out, "404 Not Found", "text/html", new byte[0]));
        ImageProxy proxy = proxy(1_000_000);

        assertThat(proxy.find(POSTER)).isEmpty();
        assertThat(proxy.find(POSTER)).isEmpty();
        assertThat(source.asked()).hasSize(1);

        source.now((path, out) -> send(out, "200 OK", "image/jpeg", JPEG));
        clock.advance(Duration.ofHours(1));
        assertThat(proxy.find(POSTER)).isPresent();
    }

    @Test
    void doesNotAskAgainAtOnceAfterAFailure() {
        source.now((path, out) -> send(out, "500 Oops", "text/html", new byte[0]));
        ImageProxy proxy = proxy(1_000_000);

        assertThatThrownBy(() -> proxy.find(POSTER)).isInstanceOf(OutsideFailure.class);
        assertThatThrownBy(() -> proxy.find(POSTER)).isInstanceOf(Refusal.NotReady.class);
        assertThat(source.asked()).hasSize(1);

        source.now((path, out) -> send(out, "200 OK", "image/jpeg", JPEG));
        assertThat(proxy.find(poster(1))).isPresent();
        clock.advance(Duration.ofSeconds(30));
        assertThat(proxy.find(POSTER)).isPresent();
    }

    @Test
    void leavesASourceAloneThatFailsAllTheTime() {
        source.now((path, out) -> send(out, "503 Away", "text/html", new byte[0]));
        ImageProxy proxy = proxy(1_000_000);
        for (int number = 0; number < 8; number++) {
            ImageName name = poster(number);
            assertThatThrownBy(() -> proxy.find(name)).isInstanceOf(OutsideFailure.class);
        }

        assertThatThrownBy(() -> proxy.find(POSTER)).isInstanceOf(Refusal.NotReady.class);
        assertThat(source.asked()).hasSize(8);

        source.now((path, out) -> send(out, "200 OK", "image/jpeg", JPEG));
        clock.advance(RecentMisses.PAUSE);
        assertThat(proxy.find(POSTER)).isPresent();
    }

    @Test
    void fetchesOnceHoweverManyAskAtOnce() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        source.now((path, out) -> {
            release.await();
            send(out, "200 OK", "image/jpeg", JPEG);
        });
        ImageProxy proxy = proxy(1_000_000);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Image>>> answers = new ArrayList<>();
            for (int caller = 0; caller < 50; caller++) {
                answers.add(callers.submit(() -> proxy.find(POSTER)));
            }
            release.countDown();
            for (Future<Optional<Image>> answer : answers) {
                assertThat(answer.get()).isPresent();
            }
        }
        assertThat(source.asked()).hasSize(1);
    }

    @Test
    void refusesSoonWhenEightAreBeingFetched() throws Exception {
        CountDownLatch arrived = new CountDownLatch(8);
        CountDownLatch release = new CountDownLatch(1);
        source.now((path, out) -> {
            arrived.countDown();
            release.await();
            send(out, "200 OK", "image/jpeg", JPEG);
        });
        ImageProxy proxy = proxy(1_000_000);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Image>>> answers = new ArrayList<>();
            for (int number = 0; number < 8; number++) {
                ImageName name = poster(number);
                answers.add(callers.submit(() -> proxy.find(name)));
            }
            arrived.await();

            assertThatThrownBy(() -> proxy.find(POSTER))
                    .isInstanceOf(Refusal.NotReady.class)
                    .hasMessageContaining("Too many");

            release.countDown();
            for (Future<Optional<Image>> answer : answers) {
                assertThat(answer.get()).isPresent();
            }
        }
        assertThat(proxy.find(POSTER)).isPresent();
    }

    @Test
    void leavesNothingAfterAPurge() throws IOException {
        ImageProxy proxy = proxy(1_000_000);
        Stream.of(1, 2, 3).forEach(number -> proxy.find(poster(number)));
        Files.write(temporary.resolve("images/fetched123.part"), JPEG);

        proxy.purge();

        assertThat(files()).isEmpty();
        proxy.find(poster(1));
        assertThat(source.asked()).hasSize(4);
    }
}
