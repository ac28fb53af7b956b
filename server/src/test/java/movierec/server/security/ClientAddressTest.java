package movierec.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClientAddressTest {
    private static final InetAddress PROXY = InetAddress.ofLiteral("10.1.2.3");

    @Test
    void strangersCannotClaimAnotherAddress() {
        assertThat(new ClientAddress(List.of()).of(PROXY, "1.2.3.4")).isEqualTo("10.1.2.3");
        assertThat(new ClientAddress(List.of("10.9.0.0/16")).of(PROXY, "1.2.3.4"))
                .isEqualTo("10.1.2.3");
    }

    @Test
    void believesTrustedProxiesFromTheLastToTheFirst() {
        ClientAddress address = new ClientAddress(List.of("10.0.0.0/8", "192.168.1.1"));

        assertThat(address.of(PROXY, "6.6.6.6, 1.2.3.4")).isEqualTo("1.2.3.4");
        assertThat(address.of(PROXY, "6.6.6.6, 1.2.3.4, 192.168.1.1")).isEqualTo("1.2.3.4");
        assertThat(address.of(PROXY, "6.6.6.6, 1.2.3.4, 192.168.1.2")).isEqualTo("192.168.1.2");
        assertThat(address.of(PROXY, "")).isEqualTo("10.1.2.3");
    }

    @Test
    void stopsWhereThereIsNoAddress() {
        assertThat(new ClientAddress(List.of("10.0.0.0/8")).of(PROXY, "1.2.3.4, unknown, 10.0.0.9"))
                .isEqualTo("10.0.0.9");
    }

    @Test
    void blocksEndInsideABytesToo() {
        ClientAddress address = new ClientAddress(List.of("10.1.2.0/30"));

        assertThat(address.of(PROXY, "1.2.3.4")).isEqualTo("1.2.3.4");
        assertThat(address.of(InetAddress.ofLiteral("10.1.2.4"), "1.2.3.4")).isEqualTo("10.1.2.4");
    }

    @Test
    void oneHouseholdIsOneClient() {
        ClientAddress address = new ClientAddress(List.of());

        assertThat(address.of(InetAddress.ofLiteral("2001:db8:1:2:3:4:5:6"), ""))
                .isEqualTo(address.of(InetAddress.ofLiteral("2001:db8:1:2:ffff::1"), ""))
                .isEqualTo("2001:db8:1:2::/64");
    }

    @Test
    void namesAndNonsenseAreRefused() {
        for (String text : List.of("proxy.example", "10.0.0.0/33", "10.0.0.0/x", "")) {
            assertThatThrownBy(() -> new ClientAddress(List.of(text))).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
