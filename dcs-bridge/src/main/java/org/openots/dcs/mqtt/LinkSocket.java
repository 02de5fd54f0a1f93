package org.openots.dcs.mqtt;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a broker, plain or with TLS. The library is given it through its own interface for transports, because
 * its TLS and TCP transports neither say when the last byte came nor bound the size of what comes. It travels in the
 * library's option for a socket factory, the one place of the options that takes an object.
 */
final class LinkSocket extends SocketFactory {
    /** Scheme by which the library finds our transport. */
    static final String SCHEME = "openots-mqtt";

    private static final int VERDICT_MILLIS = 400;
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private final LinkSettings settings;
    private final LinkClock clock;
    private final Optional<TlsContext> tls;
    private final AtomicLong lastInbound = new AtomicLong();
    private final HeldEnd end;
    private volatile boolean closed;
    private volatile @Nullable IOException failure;
    private volatile @Nullable Socket socket;

    LinkSocket(LinkSettings settings, LinkClock clock, Optional<TlsContext> tls) {
        this.settings = settings;
        this.clock = clock;
        this.tls = tls;
        this.end = new HeldEnd(settings.timing().connect());
    }

    String uri() {
        return SCHEME + "://" + settings.broker().host() + ":"
                + settings.broker().port();
    }

    void open() throws IOException {
        String host = settings.broker().host();
        int patience = (int) settings.timing().connect().toMillis();
        InetSocketAddress address =
                new InetSocketAddress(host, settings.broker().port());
        if (address.isUnresolved()) {
            throw new UnknownHostException(host);
        }
        Socket plain = new Socket();
        keep(plain);
        plain.setTcpNoDelay(true);
        plain.connect(address, patience);
        if (tls.isPresent()) {
            SSLSocket wrapped = tls.get().wrap(plain, host, address.getPort());
            SSLParameters parameters = wrapped.getSSLParameters();
            parameters.setProtocols(VERSIONS);
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            wrapped.setSSLParameters(parameters);
            wrapped.setSoTimeout(patience);
            keep(wrapped);
            wrapped.startHandshake();
            awaitVerdict(wrapped);
        }
        lastInbound.set(clock.nano());
    }

    /**
     * In TLS 1.3 a client's certificate is refused after the client believes that all is well, and the reason is lost when
     * the client writes first. A broker says nothing on its own, so a moment without an alert is consent.
     */
    private static void awaitVerdict(SSLSocket wrapped) throws IOException {
        wrapped.setSoTimeout(VERDICT_MILLIS);
        try {
            if (wrapped.getInputStream().read() < 0) {
                throw new EOFException("closed after the handshake");
            }
            throw new IOException("the broker speaks before it is asked");
        } catch (SocketTimeoutException e) {
            wrapped.setSoTimeout(0);
        }
    }

    /** A socket that appears after all was closed is closed at once. */
    private void keep(Socket fresh) throws IOException {
        socket = fresh;
        if (closed) {
            fresh.close();
        }
    }

    InputStream in() throws IOException {
        return end.in(new PacketGuard(
                opened().getInputStream(), settings.limits().packet(), clock::nano, lastInbound, this::failed));
    }

    private void failed(IOException e) {
        if (failure == null && !closed) {
            failure = e;
        }
    }

    /** Why reading failed first; null while it did not. */
    @Nullable
    IOException failure() {
        return failure;
    }

    OutputStream out() throws IOException {
        return end.out(opened().getOutputStream());
    }

    private Socket opened() throws IOException {
        Socket now = socket;
        if (now == null) {
            throw new IOException("not open");
        }
        return now;
    }

    /** When the last byte came, ns. */
    long lastInbound() {
        return lastInbound.get();
    }

    void close() throws IOException {
        closed = true;
        Socket now = socket;
        if (now != null) {
            now.close();
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, java.net.InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(java.net.InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(
            java.net.InetAddress address, int port, java.net.InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }
}
