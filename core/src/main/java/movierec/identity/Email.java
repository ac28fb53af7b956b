package movierec.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address, as typed but for blanks around it.
 *
 * <p>The check is meant to catch slips of the finger, not to decide RFC 5321: whether an address works is known only when
 * a mail to it arrives.
 */
public record Email(String typed) {
    private static final int MAX_LENGTH = 254;
    private static final Pattern LOCAL_PART = Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}");
    private static final Pattern DOMAIN = Pattern.compile("localhost|([\\p{L}\\p{N}-]{1,63}\\.)+[\\p{L}\\p{N}-]{2,63}");

    public Email {
        typed = typed.strip();
        if (fault(typed).isPresent()) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    /** What is wrong with the text as an address, in words that follow the field's name; empty when nothing is. */
    public static Optional<String> fault(String text) {
        String address = text.strip();
        if (address.isEmpty()) {
            return Optional.of("is missing");
        }
        if (address.length() > MAX_LENGTH) {
            return Optional.of("has at most 254 characters");
        }
        int at = address.indexOf('@');
        boolean valid = at > 0
                && LOCAL_PART.matcher(address.substring(0, at)).matches()
                && DOMAIN.matcher(address.substring(at + 1)).matches();
        return valid ? Optional.empty() : Optional.of("must be a valid e-mail address");
    }

    /** Equal for addresses that count as one: without regard to case and to how accents are encoded. */
    public String key() {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The part before the {@code @}. */
    public String localPart() {
        return typed.substring(0, typed.indexOf('@'));
    }

    @Override
    public String toString() {
        return typed;
    }
}
