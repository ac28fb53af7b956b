package movierec.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

final class GzipTest {
    @Test
    void everyDecompressorReadsIt() throws IOException {
        for (byte[] bytes : new byte[][] {
            {}, "a".repeat(100_000).getBytes(StandardCharsets.UTF_8), noise(1), noise(5_000), noise(300_000)
        }) {
            byte[] compressed = Gzip.compress(bytes);

            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
                assertThat(in.readAllBytes()).isEqualTo(bytes);
            }
        }
    }

    /** Does not compress, so the output outgrows the first guess of its size. */
    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
