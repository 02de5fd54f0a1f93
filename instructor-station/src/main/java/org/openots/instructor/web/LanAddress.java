package org.openots.instructor.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.Optional;

/** The address students type into their browsers. */
public final class LanAddress {
    private static final String EVERY = "0.0.0.0";

    private LanAddress() {}

    /**
     * The bound address itself, or for all addresses the first one of the local network.
     *
     * @param bind the bound address
     * @return an address other computers reach
     */
    public static String of(String bind) {
        return bind.equals(EVERY) ? first().orElse("127.0.0.1") : bind;
    }

    private static Optional<String> first() {
        try {
            for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (!card.isUp() || card.isLoopback() || card.isVirtual()) {
                    continue;
                }
                for (InetAddress address : Collections.list(card.getInetAddresses())) {
                    if (address instanceof Inet4Address && address.isSiteLocalAddress()) {
                        return Optional.of(address.getHostAddress());
                    }
                }
            }
        } catch (SocketException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
