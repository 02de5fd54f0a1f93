package org.openots.instructor.app;

import java.util.List;
import java.util.Optional;
import org.openots.instructor.security.Accounts;

/**
 * Where a started station is found, and what is shown once.
 *
 * @param address address other computers reach it at
 * @param port TCP port
 * @param admin the first administrator, only at the very first start
 * @param accounts demonstration accounts with their passwords
 */
public record StationAddress(
        String address, int port, Optional<Accounts.Issued> admin, List<Accounts.Issued> accounts) {
    /** Freezes the list. */
    public StationAddress {
        accounts = List.copyOf(accounts);
    }

    /** The same address with an administrator's password to show. */
    StationAddress withAdmin(Accounts.Issued issued) {
        return new StationAddress(address, port, Optional.of(issued), accounts);
    }

    /**
     * The page to open.
     *
     * @return for example {@code http://192.168.1.20:8080/}
     */
    public String url() {
        return "http://" + address + ":" + port + "/";
    }
}
