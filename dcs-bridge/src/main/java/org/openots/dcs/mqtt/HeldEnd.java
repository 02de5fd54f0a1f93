package org.openots.dcs.mqtt;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the end of a connection from the library until the library has begun to write. Its connecting thread starts the
 * reading thread and then looks every 100 ms whether that one runs, for ever: at a broker, or whatever stands in front of
 * it, that accepts and drops at once, reading has ended before the first look, and each attempt would leave a thread
 * behind (Paho issue 850). When CONNECT is written all threads of the library have been seen to run.
 */
final class HeldEnd {
    private final CountDownLatch written = new CountDownLatch(1);
    private final long patienceMillis;

    /**
     * @param patience how long an end is kept at most; a connection that is given up before it began to write ends after it
     */
    HeldEnd(Duration patience) {
        this.patienceMillis = patience.toMillis();
    }

    InputStream in(InputStream from) {
        return new FilterInputStream(from) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int count) throws IOException {
                try {
                    int got = in.read(into, offset, count);
                    if (got < 0) {
                        hold();
                    }
                    return got;
                } catch (IOException e) {
                    hold();
                    throw e;
                }
            }
        };
    }

    OutputStream out(OutputStream to) {
        return new FilterOutputStream(to) {
            @Override
            public void write(int one) throws IOException {
                written.countDown();
                out.write(one);
            }

            @Override
            public void write(byte[] bytes, int offset, int count) throws IOException {
                written.countDown();
                out.write(bytes, offset, count);
            }
        };
    }

    private void hold() {
        try {
            if (!written.await(patienceMillis, TimeUnit.MILLISECONDS)) {
                written.countDown(); // given up: whoever reads again is not kept a second time
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
