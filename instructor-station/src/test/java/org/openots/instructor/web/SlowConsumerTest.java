package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;

/** A client that opens a socket and never reads costs one frame, not a queue. */
class SlowConsumerTest {
    private static final int FRAMES = 5000;
    private static final int FRAME_CHARS = 20_000;
    /** Far below the 100 MB that queued frames took, far above one frame and the collector's noise, bytes. */
    private static final long GROWTH_LIMIT = 40_000_000;

    @Test
    void framesAreDroppedInsteadOfQueued() throws Exception {
        CompletableFuture<SeatChannel> opened = new CompletableFuture<>();
        Person person = new Person("s1", "人", Role.STUDENT, "01", "", "zh-CN");
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.ws(
                    "/ws", ws -> ws.onConnect(ctx -> opened.complete(new SeatChannel(ctx.session, person, ""))));
        });
        server.start("127.0.0.1", 0);
        try (Socket lazy = connect(server.port())) {
            SeatChannel channel = opened.get(20, TimeUnit.SECONDS);
            long before = used();
            for (int i = 0; i < FRAMES; i++) {
                channel.offer(Integer.toString(i).repeat(FRAME_CHARS / 4), i);
            }
            long growth = used() - before;
            assertThat(channel.dropped()).isGreaterThan(FRAMES / 2);
            assertThat(growth).isLessThan(GROWTH_LIMIT);
            assertThat(channel.free()).isFalse();
            assertThat(lazy.isClosed()).isFalse();
        } finally {
            server.stop();
        }
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), port));
        String request = "GET /ws HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Version: 13\r\n\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        InputStream in = socket.getInputStream();
        byte[] head = in.readNBytes(12);
        assertThat(new String(head, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 101");
        return socket;
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
