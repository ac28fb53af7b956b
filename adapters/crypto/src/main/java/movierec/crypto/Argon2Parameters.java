package movierec.crypto;

/**
 * The costs of Argon2.
 *
 * @param memoryKib m, in KiB
 * @param passes t
 * @param lanes p
 */
public record Argon2Parameters(int memoryKib, int passes, int lanes) {
    public Argon2Parameters {
        if (lanes < 1 || passes < 1 || memoryKib < 8 * lanes) {
            throw new IllegalArgumentException("Argon2 needs at least one lane, one pass and 8 KiB per lane");
        }
    }
}
