package movierec.cli.operate;

import java.util.Locale;

/** The result of one check. */
record Finding(String check, State state, String detail) {
    enum State {
        OK,
        WARN,
        FAIL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String check, String detail) {
        return new Finding(check, State.OK, detail);
    }

    static Finding warn(String check, String detail) {
        return new Finding(check, State.WARN, detail);
    }

    static Finding fail(String check, String detail) {
        return new Finding(check, State.FAIL, detail);
    }
}
