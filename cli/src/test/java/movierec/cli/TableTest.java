package movierec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import movierec.cli.shell.Table;
import org.junit.jupiter.api.Test;

class TableTest {
    private static String printed(Table table) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        table.print(out);
        out.flush();
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void refusesARowOfAnotherLength() {
        assertThatThrownBy(() -> new Table("A", "B").row("only one")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void putsNumbersFlushRightAndWordsFlushLeft() {
        assertThat(printed(new Table("NAME", "USERS", "SCORE")
                        .row("ease", 12_345, 0.5)
                        .row("popularity", 7, "-")))
                .isEqualTo("""
                        NAME         USERS   SCORE
                        ----------  ------  ------
                        ease        12,345  0.5000
                        popularity       7       -
                        """);
    }

    @Test
    void printsHeadingsAloneForNoRows() {
        assertThat(printed(new Table("NAME", "SIZE"))).isEqualTo("NAME  SIZE\n----  ----\n");
    }
}
