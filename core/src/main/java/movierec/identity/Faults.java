package movierec.identity;

import java.util.ArrayList;
import java.util.List;
import movierec.failure.Refusal;
import movierec.failure.Refusal.Fault;

/** Collects what is wrong with a request's fields, so that all of it is told at once. */
final class Faults {
    private final List<Fault> faults = new ArrayList<>();

    Faults email(String email) {
        Email.fault(email).ifPresent(why -> add("email", why));
        return this;
    }

    /** A code as it came in a mail, blanks around it allowed. */
    Faults code(String code) {
        if (code.isBlank()) {
            add("code", "is missing");
        } else if (!code.strip().matches("[0-9]{6}")) {
            add("code", "must have six digits");
        }
        return this;
    }

    Faults present(String field, String value) {
        if (value.isBlank()) {
            add(field, "is missing");
        }
        return this;
    }

    Faults add(String field, String why) {
        faults.add(Fault.pointer("/" + field, why));
        return this;
    }

    /** Refuses the request if anything is wrong with it. */
    void refuse() {
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid("invalid-body", faults);
        }
    }
}
