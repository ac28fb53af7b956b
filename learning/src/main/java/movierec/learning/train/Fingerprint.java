package movierec.learning.train;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import movierec.learning.split.InteractionLog;
import movierec.title.TitleId;

/** Tells training data apart: who interacted with what, when, and how much it counts. */
final class Fingerprint {
    private static final int BYTES_SHOWN = 8;
    private static final int ENTRY_BYTES = Integer.BYTES + Long.BYTES + Float.BYTES;

    private Fingerprint() {}

    /** 16 hexadecimal digits of a SHA-256. */
    static String of(TrainingSet data) {
        MessageDigest digest = sha256();
        for (TitleId titleId : data.titles()) {
            digest.update(ByteBuffer.allocate(Long.BYTES)
                    .putLong(TitleCode.encode(titleId))
                    .flip());
        }
        InteractionLog log = data.log();
        for (int u = 0; u < log.userCount(); u++) {
            int entries = log.end(u) - log.start(u);
            ByteBuffer bytes =
                    ByteBuffer.allocate(Integer.BYTES + entries * ENTRY_BYTES).putInt(entries);
            for (int p = log.start(u); p < log.end(u); p++) {
                bytes.putInt(log.itemIndexAt(p)).putLong(log.epochSecondAt(p)).putFloat(log.weightAt(p));
            }
            digest.update(bytes.flip());
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES_SHOWN);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
