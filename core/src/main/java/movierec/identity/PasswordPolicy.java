package movierec.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which passwords are accepted: long enough, not among the common ones, not the e-mail address. */
public final class PasswordPolicy {
    public static final int MIN_LENGTH = 8;
    public static final int MAX_LENGTH = 128;

    private final Set<String> common;

    /** @param common passwords that are refused, in lower case */
    PasswordPolicy(Set<String> common) {
        this.common = Set.copyOf(common);
    }

    /** The policy with the list of common passwords that comes with the program. */
    public static PasswordPolicy standard() {
        try (InputStream list = PasswordPolicy.class.getResourceAsStream("common-passwords.txt")) {
            if (list == null) {
                throw new IllegalStateException("common-passwords.txt is missing from the program");
            }
            return new PasswordPolicy(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Everything that is wrong with a password, in words that follow the field's name.
     *
     * @param email the address as typed, valid or not
     */
    public List<String> faults(String password, String email) {
        if (password.isEmpty()) {
            return List.of("is missing");
        }
        List<String> faults = new ArrayList<>();
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH) {
            faults.add("must have at least " + MIN_LENGTH + " characters");
        }
        if (length > MAX_LENGTH) {
            faults.add("must have at most " + MAX_LENGTH + " characters");
        }
        if (common.contains(password.toLowerCase(Locale.ROOT))) {
            faults.add("is one of the most common passwords; please choose another");
        }
        String address = email.strip();
        if (password.equalsIgnoreCase(address) || password.equalsIgnoreCase(address.replaceFirst("@.*$", ""))) {
            faults.add("must not be the e-mail address");
        }
        return List.copyOf(faults);
    }
}
