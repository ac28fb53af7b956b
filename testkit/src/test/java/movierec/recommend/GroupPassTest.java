package movierec.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import movierec.failure.Refusal;
import movierec.identity.UserId;
import org.junit.jupiter.api.Test;

class GroupPassTest {
    private static final Instant NOW = Instant.parse("2026-06-01T20:00:00Z");
    private static final UserId ANN = new UserId("ann");

    private final GroupPass passes = new GroupPass(new byte[32]);

    @Test
    void refusesAnExpiredPass() {
        String pass = passes.issue(ANN, NOW);

        assertThatThrownBy(() -> passes.read(pass, NOW.plus(GroupPass.LIFETIME)))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("expired");
    }

    @Test
    void refusesWhatItDidNotSign() {
        byte[] otherSecret = new byte[32];
        otherSecret[0] = 1;
        String foreign = new GroupPass(otherSecret).issue(ANN, NOW);
        String[] parts = passes.issue(ANN, NOW).split("\\.");
        String longer = parts[0] + "." + (Long.parseLong(parts[1]) + 1) + "." + parts[2];

        for (String forged : new String[] {foreign, longer, "", "a.b", "a.1.b", "..", parts[0] + ".." + parts[2]}) {
            assertThatThrownBy(() -> passes.read(forged, NOW)).as(forged).isInstanceOf(Refusal.Invalid.class);
        }
    }

    @Test
    void namesItsOwnerWhileItIsValid() {
        assertThat(passes.read(passes.issue(ANN, NOW), NOW.plusSeconds(60))).isEqualTo(ANN);
    }
}
