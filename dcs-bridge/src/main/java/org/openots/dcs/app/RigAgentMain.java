package org.openots.dcs.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import java.util.SplittableRandom;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.dcs.agent.AgentStatus;
import org.openots.dcs.agent.RigAgent;
import org.openots.dcs.mqtt.LinkClock;

/**
 * The sender beside a rig as a program: reads scans, a line each, from a file or from standard input, and sends them until
 * all have arrived.
 */
public final class RigAgentMain {
    private static final int POLL_MILLIS = 100;
    private static final String SELF_TEST = "--self-test";
    private static final String REPORT = "self-test.html";
    private static final String USAGE = "用法 / usage: agent [--self-test] agent.json";

    private RigAgentMain() {}

    /**
     * Runs until standard input ends and everything has arrived, or until it is killed, which loses nothing that was read.
     *
     * @param args the file of settings; with {@code --self-test} before it tries everything and writes a report beside it
     * @throws IOException if the journals of earlier starts cannot be read
     * @throws InterruptedException if it is told to end
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        boolean test = args.length == 2 && args[0].equals(SELF_TEST);
        if (args.length != 1 && !test) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            Path settings = Path.of(args[args.length - 1]).toAbsolutePath();
            if (test) {
                System.exit(selfTest(settings) ? 0 : 1);
            }
            run(settings);
        } catch (OtsException e) {
            System.err.println(e.errorCode().code() + " " + e.messageIn(Locale.CHINA));
            System.err.println(e.errorCode().code() + " " + e.messageIn(Locale.ENGLISH));
            System.exit(2);
        }
    }

    private static AgentFile read(Path settings) {
        return AgentFile.read(StrictJson.read(settings, Findings.throwing()), settings.resolveSibling(""));
    }

    private static LinkClock clock() {
        return new LinkClock(InstantSource.system(), System::nanoTime);
    }

    private static SplittableRandom random() {
        return new SplittableRandom(new SecureRandom().nextLong());
    }

    private static boolean selfTest(Path settings) throws InterruptedException {
        AgentFile file = read(settings);
        LinkClock clock = clock();
        SelfTestReport report = new SelfTestReport(
                file, new SelfTest(file, clock, random()).run(), clock.wall().instant());
        System.out.print(report.lines());
        Path page = settings.resolveSibling(REPORT);
        try {
            Files.writeString(page, report.page(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw FileErrors.unwritable(page.toString(), e);
        }
        System.out.println("报告 / report: " + page);
        return report.passed();
    }

    private static void run(Path settings) throws IOException, InterruptedException {
        AgentFile file = read(settings);
        LineFeed feed = new LineFeed(
                file.source().isPresent()
                        ? new FollowedFile(
                                file.source().get(),
                                file.settings()
                                        .journals()
                                        .resolveSibling(
                                                file.settings().journals().getFileName() + ".position"))
                        : Lines.of(System.in));
        String said = "";
        try (RigAgent agent = new RigAgent(file.settings(), feed, clock(), random())) {
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
