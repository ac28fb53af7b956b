package movierec.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Properties;
import movierec.failure.OutsideFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

final class PostgresAddressTest {
    @ParameterizedTest
    @CsvSource({
        "mysql://ann:hidden@host/films, has to look like postgres://user:password@host",
        "ann:hidden@host/films, has to look like",
        "'', has to look like",
        "postgres://ann:hidden@/films, names no host",
        "postgres:///films, names no host",
        "postgres://ann:hidden%zz@host/films, not followed by two hexadecimal digits",
        "postgres://ann:hidden@host/films?sslmod=require, the driver does not know: sslmod",
        "postgres://ann:hidden@host/films?password, has no value",
        "postgres://ann:hidden@host:port/films, does not understand its host",
    })
    void refusesWhatIsNoAddressWithoutTellingSecrets(String url, String why) {
        OutsideFailure failure = catchThrowableOfType(
                OutsideFailure.class, () -> PostgresAddress.parse(url).dataSource(new Properties()));

        assertThat(failure).hasMessageContaining("DATABASE_URL").hasMessageContaining(why);
        assertThat(failure.retryable()).isFalse();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("hidden");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ann:p%40ss+%2Fword@db.example:6543/films?sslmode=require&application_name=other",
                "postgresql://ann:p@ss+/word@db.example:6543/films?sslmode=require&ApplicationName=other",
                "jdbc:postgresql://db.example:6543/films?user=ann&password=p%40ss+/word&sslmode=require&ApplicationName=other",
            })
    void readsEveryForm(String url) {
        Properties defaults = new Properties();
        defaults.setProperty("ApplicationName", "movierec");
        defaults.setProperty("socketTimeout", "7");

        PostgresAddress address = PostgresAddress.parse(url);
        PGSimpleDataSource source = address.dataSource(defaults);

        assertThat(source.getServerNames()).containsExactly("db.example");
        assertThat(source.getPortNumbers()).containsExactly(6543);
        assertThat(source.getDatabaseName()).isEqualTo("films");
        assertThat(source.getUser()).isEqualTo("ann");
        assertThat(source.getPassword()).isEqualTo("p@ss+/word");
        assertThat(source.getSslMode()).isEqualTo("require");
        assertThat(source.getApplicationName()).isEqualTo("other");
        assertThat(source.getSocketTimeout()).isEqualTo(7);
        assertThat(address).hasToString("db.example:6543/films");
    }

    @Test
    void takesCredentialsThatAreKeptApart() {
        PGSimpleDataSource source = PostgresAddress.parse("postgres://host/films")
                .withCredentials("ann", "se cret")
                .dataSource(new Properties());

        assertThat(source.getUser()).isEqualTo("ann");
        assertThat(source.getPassword()).isEqualTo("se cret");
        assertThat(source.getPortNumbers()).containsExactly(5432);
    }

    @Test
    void namesSeveralServersOfWhichOneIsThePrimary() {
        PGSimpleDataSource source = PostgresAddress.parse("postgres://ann:x@one:1,two:2/films?targetServerType=primary")
                .dataSource(new Properties());

        assertThat(source.getServerNames()).containsExactly("one", "two");
        assertThat(source.getPortNumbers()).containsExactly(1, 2);
    }
}
