package org.openots.benchmarks.faultlab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A way to a broker that can be cut like a cable: bytes vanish in both directions and nobody is told. */
final class DroppingProxy implements AutoCloseable {
    private static final int BUFFER = 8192;

    private final ServerSocket server;
    private final int target;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private volatile boolean cut;
    private volatile boolean refusing;
    private volatile boolean closed;

    DroppingProxy(int target) throws IOException {
        this.target = target;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Cuts the cable. */
    void cut() {
        cut = true;
    }

    /** Ends all connections and takes none, as a forwarded port does while the broker is down. */
    void refuse() throws IOException {
        refusing = true;
        closeAll();
    }

    /** Mends the cable; connections that lost bytes are dead, as after a change of the network's address table. */
    void mend() throws IOException {
        closeAll();
        cut = false;
        refusing = false;
    }

    private void closeAll() throws IOException {
        for (Socket socket = sockets.poll(); socket != null; socket = sockets.poll()) {
            socket.close();
        }
    }

    private static void daemon(Runnable body) {
        Thread thread = new Thread(body, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!closed) {
            try {
                connect(server.accept());
            } catch (IOException e) {
                closed = true; // only closing ends accepting
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (refusing) {
            client.close();
            return;
        }
        sockets.add(client);
        if (cut) {
            return;
        }
        try {
            Socket broker = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(broker);
            daemon(() -> pump(client, broker));
            daemon(() -> pump(broker, client));
        } catch (IOException e) {
            client.close(); // the broker is down
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                if (!cut) {
                    out.write(buffer, 0, got);
                }
            }
        } catch (IOException e) {
            ended(from, to);
            return;
        }
        ended(from, to);
    }

    private void ended(Socket from, Socket to) {
        sockets.remove(from);
        sockets.remove(to);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        server.close();
        mend();
    }
}
