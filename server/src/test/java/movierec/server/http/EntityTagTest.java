package movierec.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EntityTagTest {
    @Test
    void dependsOnEveryVersionAndItsPlace() {
        String tag = EntityTag.of("user", 12, "model");

        assertThat(EntityTag.of("user", 12, "model")).isEqualTo(tag).startsWith("W/\"");
        assertThat(EntityTag.of("user", 13, "model")).isNotEqualTo(tag);
        assertThat(EntityTag.of("user", "12model")).isNotEqualTo(tag);
        assertThat(EntityTag.of("user1", 2, "model")).isNotEqualTo(tag);
    }

    @Test
    void matchesOneOfAListWhateverItsWeakness() {
        assertThat(EntityTag.matches("W/\"a\"", "W/\"a\"")).isTrue();
        assertThat(EntityTag.matches("\"a\"", "W/\"a\"")).isTrue();
        assertThat(EntityTag.matches("\"b\", W/\"a\"", "\"a\"")).isTrue();
        assertThat(EntityTag.matches("*", "\"a\"")).isTrue();
        assertThat(EntityTag.matches("", "\"a\"")).isFalse();
        assertThat(EntityTag.matches("\"ab\"", "\"a\"")).isFalse();
    }
}
