package org.openots.dcs.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import java.util.SplittableRandom;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.dcs.agent.AgentStatus;
import org.openots.dcs.agent.RigAgent;
import org.openots.dcs.mqtt.LinkClock;

/**
 * The sender beside a rig as a program: reads scans from standard input, a line each, and sends them until all have
 * arrived.
 */
public final class RigAgentMain {
    private static final int POLL_MILLIS = 100;

    private RigAgentMain() {}

    /**
     * Runs until standard input ends and everything has arrived, or until it is killed, which loses nothing that was read.
     *
     * @param args the file of settings
     * @throws IOException if the journals of earlier starts cannot be read
     * @throws InterruptedException if it is told to end
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 1) {
            System.err.println("用法 / usage: RigAgentMain agent.json");
            System.exit(2);
        }
        try {
            run(Path.of(args[0]));
        } catch (OtsException e) {
            System.err.println(e.errorCode().code() + " " + e.messageIn(Locale.CHINA));
            System.err.println(e.errorCode().code() + " " + e.messageIn(Locale.ENGLISH));
            System.exit(2);
        }
    }

    private static void run(Path settings) throws IOException, InterruptedException {
        LinkClock clock = new LinkClock(InstantSource.system(), System::nanoTime);
        LineFeed feed = new LineFeed(System.in);
        String said = "";
        try (RigAgent agent = new RigAgent(
                AgentFile.read(StrictJson.read(settings, Findings.throwing())),
                feed,
                clock,
                new SplittableRandom(new SecureRandom().nextLong()))) {
            AgentStatus status = agent.status();
            while (!feed.ended() || status.produced() < feed.scans() || status.pending() > 0) {
                Thread.sleep(POLL_MILLIS);
                status = agent.status();
                String now = words(status);
                if (!now.equals(said)) {
                    System.err.println(now);
                    said = now;
                }
            }
        }
    }

    private static String words(AgentStatus status) {
        String line = status.link().text().zh() + " / " + status.link().text().en();
        OtsException problem =
                status.problem().or(() -> status.link().problem()).orElse(null);
        return problem == null
                ? line
                : line + ": " + problem.errorCode().code() + " " + problem.messageIn(Locale.CHINA) + " / "
                        + problem.messageIn(Locale.ENGLISH);
    }
}
