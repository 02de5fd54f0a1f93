package org.openots.common.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing process without warning and looks for every event it had been told is durable. */
class JournalKillTest {
    private static final int KILLS = 3;

    /** Acknowledgements to wait for before each kill; enough for several batches. */
    private static final int ACKNOWLEDGED_BEFORE_KILL = 400;

    @TempDir
    Path root;

    @Test
    void noAcknowledgedEventIsLost() throws IOException {
        Map<Long, String> acknowledged = new HashMap<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            writeAndKill(kill, acknowledged);
            Map<Long, String> onDisk = new HashMap<>();
            JournalReport report =
                    JournalReader.read(root.resolve("victim"), record -> onDisk.put(record.sequence(), record.hash()));
            assertThat(report.defect().map(JournalDefect::recoverable).orElse(true))
                    .isTrue();
            assertThat(onDisk).containsAllEntriesOf(acknowledged);
        }
    }

    private void writeAndKill(int epoch, Map<Long, String> acknowledged) throws IOException {
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        root.toString(),
                        Integer.toString(epoch))
                .redirectErrorStream(true)
                .start();
        int before = acknowledged.size();
        try (BufferedReader lines = child.inputReader(StandardCharsets.US_ASCII)) {
            String line = lines.readLine();
            while (line != null) {
                String[] words = line.split(" ", -1);
                assertThat(words).as(line).hasSize(3);
                acknowledged.put(Long.parseLong(words[1]), words[2]);
                if (acknowledged.size() == before + ACKNOWLEDGED_BEFORE_KILL) {
                    child.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        }
        assertThat(acknowledged.size()).isGreaterThanOrEqualTo(before + ACKNOWLEDGED_BEFORE_KILL);
    }

    /** The process that is killed: appends without end and prints each receipt after it has it. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            PrintStream out = new PrintStream(System.out, false, StandardCharsets.US_ASCII);
            try (JournalStore store = new JournalStore(Path.of(arguments[0]), 20_000)) {
                JournalWriter writer = store.open("victim", Long.parseLong(arguments[1]));
                List<CompletableFuture<JournalReceipt>> inFlight = new ArrayList<>();
                while (true) {
                    for (int i = 0; i < 8; i++) {
                        inFlight.add(writer.append("{\"kind\":\"command\",\"value\":" + i + "}"));
                    }
                    for (CompletableFuture<JournalReceipt> future : inFlight) {
                        JournalReceipt receipt = future.join();
                        // One write per line, so that a kill never leaves half a line that looks whole.
                        out.print("ack " + receipt.sequence() + " " + receipt.hash() + "\n");
                        out.flush();
                    }
                    inFlight.clear();
                }
            }
        }
    }
}
