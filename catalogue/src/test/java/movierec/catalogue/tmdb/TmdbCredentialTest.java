package movierec.catalogue.tmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TmdbCredentialTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret-password",
                "0123456789abcdef0123456789abcde",
                "0123456789abcdef0123456789abcdefg",
                "eyJonly-one-part",
                "eyJa.b.c d",
                "Bearer eyJa.b.c"
            })
    void refusesWhatIsNeitherAndDoesNotRepeatIt(String value) {
        assertThatThrownBy(() -> TmdbCredential.of(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 hexadecimal digits")
                .hasMessageContaining(value.length() + " characters")
                .message()
                .satisfies(message ->
                        assertThat(value.isEmpty() || !message.contains(value)).isTrue());
    }

    @Test
    void aKeyGoesIntoTheQueryAndATokenIntoAHeader() {
        TmdbCredential key = TmdbCredential.of(" " + TmdbFixture.KEY + "\n");
        TmdbCredential token = TmdbCredential.of(TmdbFixture.TOKEN);

        assertThat(key.parameters()).containsEntry("api_key", TmdbFixture.KEY);
        assertThat(key.headers()).isEmpty();
        assertThat(token.parameters()).isEmpty();
        assertThat(token.headers()).containsEntry("Authorization", "Bearer " + TmdbFixture.TOKEN);
    }

    @Test
    void showsItselfToNobody() {
        assertThat(TmdbCredential.of(TmdbFixture.KEY)).hasToString("API key ***");
        assertThat(TmdbCredential.of(TmdbFixture.TOKEN)).hasToString("access token ***");
    }
}
