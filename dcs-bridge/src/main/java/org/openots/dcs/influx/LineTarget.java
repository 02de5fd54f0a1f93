package org.openots.dcs.influx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/** Takes lines. Called by the thread of the sink alone, which may wait. */
interface LineTarget extends AutoCloseable {
    /** Takes lines, or says why not now. */
    void write(List<String> lines) throws IOException, InterruptedException, Refused;

    @Override
    void close() throws IOException;

    /** Lines that will never be taken. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    static LineTarget of(InfluxSettings.Target target) {
        if (target instanceof InfluxSettings.ToFile file) {
            return new Grown(file.path());
        }
        return target instanceof InfluxSettings.ToUdp udp
                ? new Datagrams(udp)
                : new Http((InfluxSettings.ToHttp) target);
    }

    /** A file that grows; opened for each batch, so that it can be moved away at any time. */
    record Grown(Path path) implements LineTarget {
        @Override
        public void write(List<String> lines) throws IOException {
            Files.write(
                    path,
                    String.join("", lines).getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }

        @Override
        public void close() {
            // Nothing is open between batches.
        }
    }

    /** Datagrams of whole lines. */
    final class Datagrams implements LineTarget {
        /** Fits one Ethernet frame of 1500 with the headers of IPv6 and UDP and room to spare, bytes. */
        private static final int LARGEST = 1400;

        private final InfluxSettings.ToUdp target;
        private final DatagramSocket socket;

        Datagrams(InfluxSettings.ToUdp target) {
            this.target = target;
            try {
                socket = new DatagramSocket();
            } catch (IOException e) {
                throw new UncheckedIOException("no socket", e);
            }
        }

        @Override
        public void write(List<String> lines) throws IOException {
            InetSocketAddress address = new InetSocketAddress(target.host(), target.port());
            if (address.isUnresolved()) {
                throw new UnknownHostException(target.host());
            }
            StringBuilder packet = new StringBuilder();
            int size = 0;
            for (String line : lines) {
                int bytes = line.getBytes(StandardCharsets.UTF_8).length;
                if (size > 0 && size + bytes > LARGEST) {
                    send(packet, address);
                    size = 0;
                }
                packet.append(line);
                size += bytes;
            }
            send(packet, address);
        }

        private void send(StringBuilder packet, InetSocketAddress address) throws IOException {
            byte[] bytes = packet.toString().getBytes(StandardCharsets.UTF_8);
            socket.send(new DatagramPacket(bytes, bytes.length, address));
            packet.setLength(0);
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    /** A database. */
    final class Http implements LineTarget {
        private static final Duration PATIENCE = Duration.ofSeconds(10);
        private static final int OK = 200;
        private static final int BAD = 400;
        private static final int TIMEOUT = 408;
        private static final int TOO_MANY = 429;
        private static final int SERVER = 500;
        private static final int SHOWN = 200;

        private final InfluxSettings.ToHttp target;
        private final HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build();

        Http(InfluxSettings.ToHttp target) {
            this.target = target;
        }

        @Override
        public void write(List<String> lines) throws IOException, InterruptedException, Refused {
            HttpRequest.Builder request = HttpRequest.newBuilder(target.url())
                    .timeout(PATIENCE)
                    .header("Content-Type", "text/plain; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofString(String.join("", lines)));
            if (target.token().isPresent()) {
                request.header(
                        "Authorization",
                        "Token " + Files.readString(target.token().get()).strip());
            }
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            int status = answer.statusCode();
            if (status >= OK && status < OK + 100) {
                return;
            }
            String body = answer.body().strip();
            String said = status + " " + body.substring(0, Math.min(SHOWN, body.length()));
            if (status >= BAD && status < SERVER && status != TIMEOUT && status != TOO_MANY) {
                throw new Refused(said);
            }
            throw new IOException(said);
        }

        @Override
        public void close() {
            // The client of the JDK ends by itself.
        }
    }
}
