package org.openots.dcs.app;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.dcs.agent.PathTest;
import org.openots.dcs.agent.SampleFeed;
import org.openots.dcs.app.SelfTestStep.Verdict;
import org.openots.dcs.mqtt.BrokerProbe;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.mqtt.MqttError;
import org.openots.dcs.payload.BadPayload;

/** Tries all that the sender beside a rig needs: disk, broker, certificate, account, topics, clock, source. */
final class SelfTest {
    private static final int WRITES = 20;
    private static final int BLOCK = 4096;
    /** A group of scans is made durable ten times a second; a slower disk falls behind, ms. */
    private static final double SLOW_SYNC = 100;
    /** The journals keep a day or 2 GB. */
    private static final long ROOM = 2L << 30;

    private static final long LEAST_ROOM = 100L << 20;
    private static final long WARN_DAYS = 30;
    private static final long PATIENCE_SECONDS = 10;
    private static final long CLOCK_WARN = 2_000;
    private static final long CLOCK_FAIL = 30_000;
    private static final int LAST_BYTES = 65_536;
    private static final long STALE_SECONDS = 60;

    private final AgentFile file;
    private final LinkClock clock;
    private final RandomGenerator random;
    private final List<SelfTestStep> steps = new ArrayList<>();

    SelfTest(AgentFile file, LinkClock clock, RandomGenerator random) {
        this.file = file;
        this.clock = clock;
        this.random = random;
    }

    List<SelfTestStep> run() throws InterruptedException {
        disk();
        source();
        if (broker()) {
            path();
        }
        return List.copyOf(steps);
    }

    private void add(LocalText title, Verdict verdict, LocalText found, LocalText advice) {
        steps.add(new SelfTestStep(title, verdict, found, advice));
    }

    private static LocalText text(String zh, String en, Object... values) {
        return new LocalText(String.format(Locale.ROOT, zh, values), String.format(Locale.ROOT, en, values));
    }

    private static LocalText words(OtsException e) {
        return new LocalText(
                e.errorCode().code() + " " + e.messageIn(Locale.SIMPLIFIED_CHINESE),
                e.errorCode().code() + " " + e.messageIn(Locale.ENGLISH));
    }

    private void disk() {
        LocalText title = text("日志文件夹", "Folder of the journals");
        Path folder = file.settings().journals();
        try {
            Files.createDirectories(folder);
            long room = Files.getFileStore(folder).getUsableSpace();
            double[] millis = syncs(Files.createTempFile(folder, "self-test", ".tmp"));
            double median = millis[WRITES / 2];
            double worst = millis[WRITES - 1];
            LocalText found = text(
                    "%s：可用 %.1f GB，落盘中位 %.1f ms，最慢 %.1f ms",
                    "%s: %.1f GB free, a write is durable after %.1f ms (median), %.1f ms (worst)",
                    folder.toAbsolutePath(),
                    room / 1e9,
                    median,
                    worst);
            Verdict verdict =
                    room < LEAST_ROOM ? Verdict.FAIL : room < ROOM || median > SLOW_SYNC ? Verdict.WARN : Verdict.PASS;
            add(
                    title,
                    verdict,
                    found,
                    verdict == Verdict.PASS
                            ? SelfTestStep.NOTHING
                            : text(
                                    "请留出 2 GB 以上空间，并用本机硬盘而不是网络盘或慢速 U 盘。",
                                    "Leave more than 2 GB free, on a disk of this machine, not a network drive or a slow stick."));
        } catch (IOException e) {
            add(
                    title,
                    Verdict.FAIL,
                    text("%s：%s", "%s: %s", folder.toAbsolutePath(), e),
                    text(
                            "请在 agent.json 的 journal 中写一个可写的文件夹。",
                            "Name a folder that can be written in journal of agent.json."));
        }
    }

    private double[] syncs(Path probe) throws IOException {
        double[] millis = new double[WRITES];
        try (FileChannel channel =
                FileChannel.open(probe, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            for (int i = 0; i < WRITES; i++) {
                long start = clock.nano();
                channel.write(ByteBuffer.allocate(BLOCK));
                channel.force(false);
                millis[i] = (clock.nano() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    private void source() {
        LocalText title = text("数据来源", "Source of the scans");
        if (file.source().isEmpty()) {
            add(
                    title,
                    Verdict.SKIP,
                    text("标准输入：启动时由网关程序写入", "standard input: the program of the gateway writes into it"),
                    SelfTestStep.NOTHING);
            return;
        }
        Path path = file.source().get();
        LocalText advice = text(
                "请核对 agent.json 的 source.file，以及网关程序是否在写这个文件，每行一个 {\"t\":…,\"d\":[…]}。",
                "Check source.file of agent.json, and that the gateway writes it, one {\"t\":…,\"d\":[…]} a line.");
        try {
            List<String> lines = lastLines(path);
            if (lines.isEmpty()) {
                add(title, Verdict.WARN, text("%s：还没有数据", "%s: nothing in it yet", path), advice);
                return;
            }
            SampleFeed.Scan scan = LineFeed.scan(lines.get(lines.size() - 1));
            double age = (clock.millis() - scan.time()) / 1e3;
            add(
                    title,
                    Math.abs(age) < STALE_SECONDS ? Verdict.PASS : Verdict.WARN,
                    text(
                            "%s：最后一行有 %d 个位号，距今 %.0f s",
                            "%s: the last line has %d tags and is %.0f s old",
                            path,
                            scan.entries().size(),
                            age),
                    Math.abs(age) < STALE_SECONDS ? SelfTestStep.NOTHING : advice);
        } catch (IOException e) {
            add(title, Verdict.FAIL, text("%s：%s", "%s: %s", path, e), advice);
        } catch (BadPayload e) {
            add(title, Verdict.FAIL, text("%s：%s", "%s: %s", path, e.in(Locale.ROOT)), advice);
        }
    }

    /** Whole lines at the end of a file. */
    private static List<String> lastLines(Path path) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(path.toFile(), "r")) {
            long start = Math.max(0, in.length() - LAST_BYTES);
            byte[] bytes = new byte[(int) (in.length() - start)];
            in.seek(start);
            in.readFully(bytes);
            String all = new String(bytes, StandardCharsets.UTF_8);
            int end = all.lastIndexOf('\n');
            return end < 0 ? List.of() : all.substring(0, end).lines().toList();
        }
    }

    private boolean broker() {
        LinkSettings link = file.settings().link();
        String address = link.broker().host() + ":" + link.broker().port();
        LocalText reach = text("连到代理 %s", "Reach of the broker %s", address);
        try {
            BrokerProbe.Seen seen = BrokerProbe.look(link, clock);
            add(
                    reach,
                    Verdict.PASS,
                    text("%.0f ms 内连上", "connected in %.0f ms", seen.seconds() * 1e3),
                    SelfTestStep.NOTHING);
            certificate(seen);
            return true;
        } catch (OtsException e) {
            boolean tls = e.errorCode().code().startsWith("OTS-MQTT-02");
            add(
                    tls ? text("代理的证书", "Certificate of the broker") : reach,
                    Verdict.FAIL,
                    words(e),
                    tls
                            ? text(
                                    "请从代理拷来正确的 ca.crt，核对主机名，必要时重新签发证书。",
                                    "Copy the right ca.crt from the broker, check the host name, issue a new certificate if need be.")
                            : text(
                                    "请核对地址、端口、网线、防火墙，以及代理是否在运行。",
                                    "Check address, port, cable, firewall, and that the broker runs."));
            return false;
        }
    }

    private void certificate(BrokerProbe.Seen seen) {
        LocalText title = text("代理的证书", "Certificate of the broker");
        if (seen.expires().isEmpty()) {
            add(
                    title,
                    Verdict.WARN,
                    text("未加密", "not encrypted"),
                    text(
                            "仅限本机或隔离的实验网；否则请设置 authority。",
                            "For this machine or an isolated lab only; else set authority."));
            return;
        }
        Instant expires = seen.expires().get();
        long days = Duration.between(clock.wall().instant(), expires).toDays();
        add(
                title,
                days < WARN_DAYS ? Verdict.WARN : Verdict.PASS,
                text(
                        "%s，有效期到 %s，还有 %d 天",
                        "%s, valid until %s, %d days left",
                        seen.certificate().orElse("-"),
                        expires.atZone(ZoneOffset.UTC).toLocalDate(),
                        days),
                days < WARN_DAYS
                        ? text("请尽快重新签发代理证书。", "Issue a new certificate of the broker soon.")
                        : SelfTestStep.NOTHING);
    }

    private void path() throws InterruptedException {
        PathTest.Outcome outcome = walk(LinkSettings.Protocol.V5);
        boolean old = outcome.link()
                .problem()
                .map(problem -> problem.errorCode() == MqttError.WRONG_VERSION)
                .orElse(false);
        if (old) {
            outcome = walk(LinkSettings.Protocol.V3);
        }
        LocalText account = text("账号", "Account");
        boolean topics = outcome.link()
                .problem()
                .map(problem -> problem.errorCode() == MqttError.SUBSCRIBE_DENIED
                        || problem.errorCode() == MqttError.PUBLISH_DENIED)
                .orElse(false);
        if (!outcome.link().connected()) {
            LocalText why = outcome.link()
                    .problem()
                    .map(SelfTest::words)
                    .orElse(outcome.link().text());
            add(
                    account,
                    Verdict.FAIL,
                    why,
                    text("请核对 login 文件中的用户名和密码。", "Check user and password in the login file."));
            return;
        }
        String user =
                file.settings().link().access().login().map(Object::toString).orElse("-");
        add(account, Verdict.PASS, text("用户 %s 已登录", "signed in as %s", user), SelfTestStep.NOTHING);
        permissions(outcome, topics, old);
        consumer(outcome);
    }

    private PathTest.Outcome walk(LinkSettings.Protocol protocol) throws InterruptedException {
        LinkSettings own = file.settings().link();
        LinkSettings.Timing calm =
                new LinkSettings.Timing(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMinutes(5));
        LinkSettings test = new LinkSettings(
                own.broker(),
                "self-test-" + Long.toHexString(random.nextLong()),
                protocol,
                own.access(),
                calm,
                own.limits(),
                own.will());
        return new PathTest(file.settings().topics(), test, clock, random).run(PATIENCE_SECONDS);
    }

    private void permissions(PathTest.Outcome outcome, boolean denied, boolean old) {
        LocalText title = text("主题权限", "Permission for the topics");
        if (denied) {
            add(
                    title,
                    Verdict.FAIL,
                    outcome.link().problem().map(SelfTest::words).orElse(SelfTestStep.NOTHING),
                    text(
                            "请在代理的 acl 文件中为此用户加上这个主题，并核对 site 和 rig。",
                            "Add this topic for this user to the acl of the broker, and check site and rig."));
        } else if (outcome.consumer().isPresent()) {
            add(title, Verdict.PASS, text("发布、订阅都允许", "may publish and subscribe"), SelfTestStep.NOTHING);
        } else {
            add(
                    title,
                    old ? Verdict.SKIP : Verdict.PASS,
                    old
                            ? text(
                                    "代理只支持 MQTT 3.1.1，不说明是否允许发布",
                                    "the broker speaks MQTT 3.1.1 only, which does not tell")
                            : text("没有被拒绝", "nothing was refused"),
                    SelfTestStep.NOTHING);
        }
    }

    private void consumer(PathTest.Outcome outcome) {
        LocalText title = text("接收端与时钟", "Consumer and clock");
        if (outcome.consumer().isEmpty()) {
            add(
                    title,
                    Verdict.WARN,
                    text("%d s 内没有接收端确认", "no consumer confirmed within %d s", PATIENCE_SECONDS),
                    text(
                            "请启动教师站的通信桥，并核对两端的 site、rig。没有它数据会先存在日志中。",
                            "Start the bridge of the station and check site and rig at both ends. Without it scans wait in the journal."));
            return;
        }
        long offset = outcome.offsetMillis();
        Verdict verdict = Math.abs(offset) > CLOCK_FAIL
                ? Verdict.FAIL
                : Math.abs(offset) > CLOCK_WARN ? Verdict.WARN : Verdict.PASS;
        add(
                title,
                verdict,
                text(
                        "%s 在 %.2f s 后确认；它的时钟比本机快 %.1f s",
                        "%s confirmed after %.2f s; its clock is %.1f s ahead of ours",
                        outcome.consumer().get(),
                        outcome.seconds(),
                        offset / 1e3),
                verdict == Verdict.PASS
                        ? SelfTestStep.NOTHING
                        : text("请在两台计算机上启用时间同步。", "Switch time synchronization on at both computers."));
    }
}
