package org.openots.dcs.app;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where lines of scans come from. */
interface Lines extends Closeable {
    /** Waits for the next line; null when there will be none. */
    @Nullable
    String next() throws IOException, InterruptedException;

    /** Standard input, which stays open: closing it would wait for the thread that reads it. */
    static Lines of(InputStream in) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        return new Lines() {
            @Override
            public @Nullable String next() throws IOException {
                return reader.readLine();
            }

            @Override
            public void close() {
                // See above.
            }
        };
    }
}
