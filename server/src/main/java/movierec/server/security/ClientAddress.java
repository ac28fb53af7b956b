package movierec.server.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Finds a client's address behind proxies: {@code X-Forwarded-For} is believed only as far as trusted addresses wrote it.
 * An IPv6 client counts by its /64, which is what one household or machine gets.
 */
public final class ClientAddress {
    /** An address or a block such as {@code 10.0.0.0/8}. */
    private record Block(InetAddress network, int bits) {
        static Block of(String text) {
            int slash = text.indexOf('/');
            InetAddress network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int all = network.getAddress().length * 8;
            int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > all) {
                throw new IllegalArgumentException("Not an address block: " + text);
            }
            return new Block(network, bits);
        }

        boolean contains(InetAddress address) {
            byte[] mine = network.getAddress();
            byte[] theirs = address.getAddress();
            if (mine.length != theirs.length) {
                return false;
            }
            int whole = bits / 8;
            int rest = bits % 8;
            return Arrays.equals(mine, 0, whole, theirs, 0, whole)
                    && (rest == 0 || ((mine[whole] ^ theirs[whole]) & (0xff << (8 - rest)) & 0xff) == 0);
        }
    }

    private final List<Block> trusted;

    /**
     * @param trustedProxies addresses and blocks, such as {@code 127.0.0.1} or {@code 10.0.0.0/8}
     * @throws IllegalArgumentException when one is neither
     */
    public ClientAddress(List<String> trustedProxies) {
        this.trusted = trustedProxies.stream().map(Block::of).toList();
    }

    /**
     * @param peer who opened the connection
     * @param forwardedFor the {@code X-Forwarded-For} header, or empty
     */
    public String of(InetAddress peer, String forwardedFor) {
        InetAddress client = peer;
        if (!trusted.isEmpty() && !forwardedFor.isEmpty()) {
            String[] hops = forwardedFor.split(",");
            for (int i = hops.length - 1; i >= 0 && isTrusted(client); i--) {
                try {
                    client = InetAddress.ofLiteral(hops[i].strip());
                } catch (IllegalArgumentException e) {
                    break; // a proxy that writes no address tells us nothing more
                }
            }
        }
        return text(client);
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(block -> block.contains(address));
    }

    private static String text(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, 8, 16, (byte) 0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i += 2) {
            text.append(Integer.toHexString(((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff)))
                    .append(':');
        }
        return text.append(":/64").toString();
    }
}
