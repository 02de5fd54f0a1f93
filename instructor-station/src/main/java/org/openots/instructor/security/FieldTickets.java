package org.openots.instructor.security;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

/**
 * Tickets with which a field station joins a run: eight digits that can be read out and typed without a keyboard of letters,
 * good once and for a few minutes. Safe for use by several threads.
 */
public final class FieldTickets {
    /** Time to walk to the computer beside it and type eight digits. */
    private static final long LIFE_MILLIS = 5 * 60_000L;

    private static final int DIGITS = 100_000_000;

    private final Clock clock;
    private final AddressLimit addresses;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Ticket> tickets = new HashMap<>();

    /**
     * Begins without tickets.
     *
     * @param clock for their end
     */
    public FieldTickets(Clock clock) {
        this.clock = clock;
        this.addresses = new AddressLimit(clock);
    }

    /**
     * A ticket.
     *
     * @param digits eight of them
     * @param run the run it is for
     * @param account the person it is for
     * @param until when it ends, epoch milliseconds
     */
    public record Ticket(String digits, String run, String account, long until) {}

    /**
     * Gives a ticket out; an earlier one of the same person for the same run ends.
     *
     * @param run run id
     * @param account who joins with it
     * @return the ticket
     */
    public synchronized Ticket issue(String run, String account) {
        long now = clock.millis();
        tickets.values()
                .removeIf(ticket -> ticket.until() <= now
                        || (ticket.run().equals(run) && ticket.account().equals(account)));
        String digits;
        do {
            digits = "%08d".formatted(random.nextInt(DIGITS));
        } while (tickets.containsKey(digits));
        Ticket ticket = new Ticket(digits, run, account, now + LIFE_MILLIS);
        tickets.put(digits, ticket);
        return ticket;
    }

    /**
     * Takes a ticket in; it cannot be used again.
     *
     * @param digits what was typed; blanks do not count
     * @param address network address of the computer
     * @return the ticket
     * @throws OtsException if there is no such ticket, or the address has tried too often
     */
    public synchronized Ticket redeem(String digits, String address) {
        addresses.check(address);
        Ticket ticket = tickets.remove(digits.replace(" ", ""));
        if (ticket == null || ticket.until() <= clock.millis()) {
            addresses.failed(address);
            throw new OtsException(StationError.FIELD_TICKET, LIFE_MILLIS / 60_000);
        }
        return ticket;
    }
}
