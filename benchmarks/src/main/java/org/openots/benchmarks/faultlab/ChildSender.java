package org.openots.benchmarks.faultlab;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openots.dcs.agent.SampleFeed;
import org.openots.dcs.app.RigAgentMain;
import org.openots.dcs.frame.Frame;
import org.openots.dcs.frame.FrameJournal;

/** The sender as the program that stands beside a rig: a process of its own that reads scans as lines and can be killed. */
final class ChildSender implements SenderEnd {
    private static final double SECOND = 1e9;
    private static final long SEGMENT = 16L << 20;

    private final Path folder;
    private final Path settings;
    private final int tags;
    private volatile double rate;
    private volatile boolean begun;
    private volatile boolean ended;
    private final Object lock = new Object();
    private @Nullable Process process;
    private @Nullable Writer lines;
    private long number;
    private long given;
    private long produced;
    private long untaken;

    ChildSender(Path folder, int port, int tags, double rate) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.tags = tags;
        this.rate = rate;
        settings = Files.writeString(folder.resolve("agent.json"), """
                {"format": "openots-rig-agent", "formatVersion": "1.0", "site": "%s", "rig": "%s", "consumers": ["%s"],
                 "journal": "%s",
                 "broker": {"host": "127.0.0.1", "port": %d, "clientId": "lab-agent"}}
                """.formatted(
                        LabReceiver.TOPICS.site(),
                        LabReceiver.TOPICS.rig(),
                        LabReceiver.CONSUMER,
                        journals().toString().replace('\\', '/'),
                        port));
        restart();
        Thread feeder = new Thread(this::feed, "lab-lines");
        feeder.setDaemon(true);
        feeder.start();
    }

    private Path log() {
        return folder.resolve("agent.log");
    }

    private Path journals() {
        return folder.resolve("journal");
    }

    @Override
    public void restart() throws IOException {
        Process started = new ProcessBuilder(JavaChild.command(List.of(), RigAgentMain.class, settings.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        synchronized (lock) {
            process = started;
            lines = new BufferedWriter(new OutputStreamWriter(started.getOutputStream(), StandardCharsets.UTF_8));
            given = 0;
        }
    }

    private void feed() {
        double due = System.nanoTime();
        try {
            while (!ended) {
                due += SECOND / rate;
                long wait = (long) due - System.nanoTime();
                if (wait > 0) {
                    TimeUnit.NANOSECONDS.sleep(wait);
                }
                give();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A scan that nobody takes because the sender is dead is none. */
    private void give() {
        synchronized (lock) {
            Writer to = lines;
            if (to == null || ended || !begun) {
                return;
            }
            try {
                to.write(line(LabFeed.scan(tags, number)));
                to.flush();
                number++;
                given++;
            } catch (IOException e) {
                lines = null; // it was killed in between
            }
        }
    }

    private static String line(SampleFeed.Scan scan) {
        StringBuilder line = new StringBuilder("{\"t\":").append(scan.time()).append(",\"d\":[");
        String separator = "";
        for (Frame.Entry entry : scan.entries()) {
            line.append(separator)
                    .append("[\"")
                    .append(entry.tag())
                    .append("\",")
                    .append(entry.value())
                    .append(']');
            separator = ",";
        }
        return line.append("]}\n").toString();
    }

    /** Kills it, and sees in its journal what it had taken. */
    @Override
    public void kill() throws IOException {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroyForcibly().onExit().join();
        synchronized (lock) {
            lines = null;
            long taken = newestJournal();
            produced += taken;
            untaken += given - taken;
            given = 0;
        }
    }

    private long newestJournal() throws IOException {
        List<Path> boots;
        try (Stream<Path> folders = Files.list(journals())) {
            boots = folders.sorted().toList();
        }
        if (boots.isEmpty()) {
            return 0;
        }
        try (FrameJournal journal = FrameJournal.open(boots.get(boots.size() - 1), SEGMENT)) {
            return journal.last() + 1;
        }
    }

    /** It says so on its log, and only then the scans begin. */
    @Override
    public boolean connected() throws IOException {
        if (!begun && Files.readString(log(), StandardCharsets.UTF_8).contains("已连接")) {
            begun = true;
        }
        return begun;
    }

    @Override
    public void rate(double scansPerSecond) {
        rate = scansPerSecond;
    }

    @Override
    public void feedEnds() throws IOException {
        ended = true;
        synchronized (lock) {
            Writer to = lines;
            lines = null;
            produced += given;
            given = 0;
            if (to != null) {
                to.close();
            }
        }
    }

    /** It ends by itself when all has arrived. */
    @Override
    public boolean done() {
        Process running = process;
        return running != null && !running.isAlive() && running.exitValue() == 0;
    }

    /** What is on the disk when it did not end by itself. */
    @Override
    public long pending() throws IOException {
        if (done()) {
            return 0;
        }
        close();
        long frames = 0;
        try (Stream<Path> folders = Files.list(journals())) {
            for (Path boot : folders.toList()) {
                try (FrameJournal journal = FrameJournal.open(boot, SEGMENT)) {
                    frames += journal.last() - journal.first() + 1;
                }
            }
        }
        return frames;
    }

    @Override
    public long produced() {
        return produced;
    }

    @Override
    public long untaken() {
        return untaken;
    }

    @Override
    public long repeated() {
        return -1;
    }

    @Override
    public void close() {
        ended = true;
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }
}
