package org.openots.dcs.mqtt;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.openots.common.error.OtsException;

/** Looks whether a broker can be reached and what certificate it shows, without saying who we are. */
public final class BrokerProbe {
    private BrokerProbe() {}

    /**
     * What was seen.
     *
     * @param seconds time to connect, with TLS, s
     * @param certificate name in the broker's certificate; empty without TLS
     * @param expires when the certificate ends; empty without TLS
     */
    public record Seen(double seconds, Optional<String> certificate, Optional<Instant> expires) {}

    /**
     * Connects and disconnects.
     *
     * @param settings where and how
     * @param clock the clocks
     * @return what was seen
     * @throws OtsException if it cannot be reached, or its certificate cannot be trusted
     */
    public static Seen look(LinkSettings settings, LinkClock clock) {
        Optional<TlsContext> tls = settings.access().tls().map(TlsContext::of);
        LinkSocket socket = new LinkSocket(settings, clock, tls);
        long start = clock.nano();
        try {
            socket.open();
            double seconds = (clock.nano() - start) / 1e9;
            socket.close();
            Optional<X509Certificate> shown = tls.flatMap(context -> Optional.ofNullable(context.shown()));
            return new Seen(
                    seconds,
                    shown.map(
                            certificate -> certificate.getSubjectX500Principal().getName()),
                    shown.map(certificate -> certificate.getNotAfter().toInstant()));
        } catch (IOException e) {
            throw new Problems(settings, tls).ofAttempt(new SessionFailure(SessionFailure.Kind.NETWORK, e), e);
        }
    }
}
