package movierec.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Texts as PostgreSQL can keep them. It refuses the character U+0000, which people may send in any text; so that one is
 * written as U+0001 and {@code 0}, and U+0001 itself as U+0001 and {@code 1}. Every text that is bound goes this way,
 * and whatever people typed is read back with {@link #read}.
 */
final class Texts extends AbstractArgumentFactory<String> {
    private static final char REFUSED = 0;
    private static final char ESCAPE = 1;

    Texts() {
        super(Types.VARCHAR);
    }

    static String write(String text) {
        if (text.indexOf(REFUSED) < 0 && text.indexOf(ESCAPE) < 0) {
            return text;
        }
        StringBuilder written = new StringBuilder(text.length() + 8);
        for (char each : text.toCharArray()) {
            if (each == REFUSED || each == ESCAPE) {
                written.append(ESCAPE).append(each == REFUSED ? '0' : '1');
            } else {
                written.append(each);
            }
        }
        return written.toString();
    }

    static String read(ResultSet row, int column) throws SQLException {
        return read(row.getString(column));
    }

    static String read(String written) {
        if (written.indexOf(ESCAPE) < 0) {
            return written;
        }
        StringBuilder text = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char each = written.charAt(i);
            if (each == ESCAPE && i + 1 < written.length()) {
                i++;
                text.append(written.charAt(i) == '0' ? REFUSED : ESCAPE);
            } else {
                text.append(each);
            }
        }
        return text.toString();
    }

    @Override
    protected Argument build(String text, ConfigRegistry config) {
        return (position, statement, context) -> statement.setString(position, write(text));
    }
}
