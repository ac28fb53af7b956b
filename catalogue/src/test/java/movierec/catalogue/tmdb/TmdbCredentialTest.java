package movierec.catalogue.tmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TmdbCredentialTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "eyJa.b.c d", "Bearer eyJa.b.c", "kéy", "two\nlines"})
    void refusesWhatCannotBeSentAndDoesNotRepeatIt(String value) {
        assertThatThrownBy(() -> TmdbCredential.of(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 hexadecimal digits")
                .message()
                .satisfies(message ->
                        assertThat(value.isBlank() || !message.contains(value)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret-password", "0123456789abcdef0123456789abcde", "eyJonly-one-part"})
    void takesWhatLooksOddAndSaysSo(String value) {
        assertThat(TmdbCredential.of(value).isUsual()).isFalse();
        assertThat(TmdbCredential.of(TmdbFixture.KEY).isUsual()).isTrue();
        assertThat(TmdbCredential.of(TmdbFixture.TOKEN).isUsual()).isTrue();
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
