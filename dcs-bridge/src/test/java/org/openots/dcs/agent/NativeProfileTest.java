package org.openots.dcs.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;
import org.openots.dcs.broker.BridgeSetup;
import org.openots.dcs.broker.BrokerError;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.dcs.frame.Frame;
import org.openots.dcs.frame.FrameArchive;
import org.openots.dcs.frame.FrameCodec;
import org.openots.dcs.frame.FrameError;
import org.openots.dcs.frame.JournalFolder;
import org.openots.dcs.mqtt.Credentials;
import org.openots.dcs.mqtt.InboundRing;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.mqtt.MqttLink;
import org.openots.dcs.mqtt.MqttLinks;
import org.openots.dcs.mqtt.Outbound;

/** Sender, broker and receiver together, over a broker set up as for a real rig and over an open one. */
@Timeout(90)
class NativeProfileTest {
    private static final RigTopics TOPICS = new RigTopics("school", "rig");
    private static final LinkClock CLOCK = new LinkClock(InstantSource.system(), System::nanoTime);

    @TempDir
    Path folder;

    private final int port = BrokerProcess.freePort();

    /** Counts upwards until it is told to end. */
    private static final class Counter implements SampleFeed {
        private final CountDownLatch ended = new CountDownLatch(1);
        private final int most;
        private int next;

        Counter(int most) {
            this.most = most;
        }

        @Override
        public Optional<Scan> next() throws InterruptedException {
            if (next == most) {
                ended.await();
                return Optional.empty();
            }
            return ended.await(5, TimeUnit.MILLISECONDS)
                    ? Optional.empty()
                    : Optional.of(new Scan(System.currentTimeMillis(), List.of(Frame.Entry.good("TI-101", next++))));
        }

        @Override
        public void close() {
            ended.countDown();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 600 && !condition.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private LinkSettings link(String user) {
        LinkSettings.TlsFiles files =
                new LinkSettings.TlsFiles(folder.resolve("setup/ca.crt"), Optional.empty(), Optional.empty());
        Credentials login = Credentials.read(folder.resolve("setup/" + user + ".login"));
        return LinkSettings.local(port, user)
                .with(new LinkSettings.Access(Optional.of(files), Optional.of(login), false));
    }

    private RigAgent agent(LinkSettings link, SampleFeed feed) throws IOException {
        AgentSettings settings = new AgentSettings(
                TOPICS,
                Set.of("bridge"),
                folder.resolve("journal"),
                JournalFolder.Caps.USUAL,
                link,
                Optional.of("{}".getBytes(StandardCharsets.UTF_8)));
        return new RigAgent(settings, feed, CLOCK, new SplittableRandom());
    }

    private NativeReceiver receiver(LinkSettings link, FrameListener listener) {
        return new NativeReceiver(
                TOPICS,
                "bridge",
                link,
                new FrameArchive(folder.resolve("archive"), 1 << 20, 10),
                listener,
                CLOCK,
                new SplittableRandom());
    }

    @Test
    void framesTravelOverABrokerSetUpForARealRig() throws IOException, InterruptedException {
        BridgeSetup.Plan plan = new BridgeSetup.Plan(List.of("127.0.0.1", "localhost"), port, "school", "rig");
        List<Path> files = new BridgeSetup(folder.resolve("setup"), new SecureRandom()).write(plan);
        assertThat(files).allMatch(Files::exists).hasSize(12);
        assertThat(Files.getPosixFilePermissions(folder.resolve("setup/rig.login")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> new BridgeSetup(folder.resolve("setup"), new SecureRandom()).write(plan))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(BrokerError.FOLDER_IN_USE));
        Path configuration = folder.resolve("setup/mosquitto.conf");
        Files.writeString(configuration, "user root\n", StandardOpenOption.APPEND);
        ConcurrentLinkedQueue<Double> values = new ConcurrentLinkedQueue<>();
        try (BrokerProcess broker = BrokerProcess.mosquitto(folder, port, Files.readAllLines(configuration))
                        .start();
                RigAgent agent = agent(link("rig"), new Counter(50));
                NativeReceiver receiver = receiver(
                        link("bridge"),
                        (frame, arrival, historical) ->
                                NativeReader.items(frame, historical).forEach(item -> values.add(item.value())))) {
            await(() -> agent.status().produced() == 50 && agent.status().pending() == 0);
            await(() -> receiver.status().received() == 50);
            assertThat(List.copyOf(values)).hasSize(50).isSorted();
            assertThat(receiver.status().online()).isTrue();
            assertThat(broker.pid()).isPositive();
        }
    }

    /** Case 20 at both ends, 8, and the boots of a sender that starts again. */
    @Test
    void case20BrokenDisksAndCase08WrongMessagesDoNotStopTheLiveView() throws IOException, InterruptedException {
        ConcurrentLinkedQueue<Double> values = new ConcurrentLinkedQueue<>();
        Path noFolder = Files.writeString(folder.resolve("archive"), "a file where a folder must be");
        LinkSettings rig = LinkSettings.local(port, "rig");
        try (BrokerProcess broker =
                BrokerProcess.mosquitto(folder, port, BrokerProcess.open(port)).start()) {
            MqttLink vandal = MqttLinks.open(
                    LinkSettings.local(port, "vandal"), new InboundRing(10), CLOCK, new SplittableRandom(1));
            try (vandal;
                    RigAgent agent = agent(rig, new Counter(100));
                    NativeReceiver receiver = receiver(
                            LinkSettings.local(port, "bridge"),
                            (frame, arrival, historical) ->
                                    values.add(frame.entries().get(0).value()))) {
                await(() -> values.size() == 100);
                assertThat(List.copyOf(values)).isSorted();
                assertThat(receiver.status().problem().orElseThrow().errorCode())
                        .isEqualTo(FrameError.ARCHIVE_FAILED);
                // the sender tells how it stands once a round, so a moment after the frames
                await(() -> agent.status().pending() == 100);

                await(() -> vandal.state().connected());
                for (int i = 0; i < 20; i++) {
                    vandal.publish(new Outbound(TOPICS.data(), new byte[] {(byte) 0xB0, '{'}, 1, false));
                    vandal.publish(new Outbound(TOPICS.ack("bridge"), new byte[] {'['}, 1, false));
                }
                await(() -> receiver.status().rejected() > 0);

                assertThat(broker.pid()).isPositive();
                Files.delete(noFolder); // the disk is mended
                await(() -> agent.status().pending() == 0);
                assertThat(values).hasSize(100);
                assertThat(receiver.status().problem()).isEmpty();
            }
        }
    }

    /** Case 22, and 7: what a broker had kept is no live frame. */
    @Test
    void case22TwoBridgesBothGetEverythingAndCase07ARetainedFrameIsNotLive() throws IOException, InterruptedException {
        ConcurrentLinkedQueue<Long> first = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Long> second = new ConcurrentLinkedQueue<>();
        try (BrokerProcess broker =
                BrokerProcess.mosquitto(folder, port, BrokerProcess.open(port)).start()) {
            try (MqttLink old = MqttLinks.open(
                    LinkSettings.local(port, "old"), new InboundRing(10), CLOCK, new SplittableRandom(1))) {
                await(() -> old.state().connected());
                Frame kept = new Frame("0ld", 7, 1, List.of(Frame.Entry.good("TI-101", 99)), false);
                old.publish(new Outbound(TOPICS.data(), FrameCodec.encode(kept), 1, true));
            }
            assertThat(broker.pid()).isPositive();
            AgentSettings both = new AgentSettings(
                    TOPICS,
                    Set.of("bridge", "second"),
                    folder.resolve("journal"),
                    JournalFolder.Caps.USUAL,
                    LinkSettings.local(port, "rig"),
                    Optional.empty());
            try (RigAgent agent = new RigAgent(both, new Counter(50), CLOCK, new SplittableRandom());
                    NativeReceiver one = receiver(
                            LinkSettings.local(port, "bridge"), (frame, arrival, late) -> first.add(frame.seq()))) {
                await(() -> first.size() == 50);
                assertThat(agent.status().pending())
                        .as("the second bridge is away")
                        .isEqualTo(50);
                try (NativeReceiver two = new NativeReceiver(
                        TOPICS,
                        "second",
                        LinkSettings.local(port, "second"),
                        new FrameArchive(folder.resolve("second"), 1 << 20, 10),
                        (frame, arrival, late) -> second.add(frame.seq()),
                        CLOCK,
                        new SplittableRandom())) {
                    await(() -> agent.status().pending() == 0);
                    assertThat(two.status().missing()).isZero();
                }
                assertThat(List.copyOf(second)).hasSize(50).isSorted();
                assertThat(List.copyOf(first)).hasSize(50).isSorted();
                await(() -> one.status().rejected() == 1);
            }
        }
    }

    @Test
    void case20SenderGoesOnInMemoryAndSaysSo() throws IOException, InterruptedException {
        Path journals = Files.createDirectories(folder.resolve("journal"));
        ConcurrentLinkedQueue<Long> numbers = new ConcurrentLinkedQueue<>();
        try (BrokerProcess broker =
                BrokerProcess.mosquitto(folder, port, BrokerProcess.open(port)).start()) {
            assertThat(broker.port()).isEqualTo(port);
            // A clock that stands still gives the boot a name that is known; a file of that name is in its way.
            SplittableRandom random = new SplittableRandom(5);
            LinkClock still = new LinkClock(InstantSource.fixed(java.time.Instant.ofEpochMilli(77)), System::nanoTime);
            Files.writeString(journals.resolve(JournalFolder.newBoot(77, new SplittableRandom(5))), "");
            AgentSettings settings = new AgentSettings(
                    TOPICS,
                    Set.of("bridge"),
                    journals,
                    JournalFolder.Caps.USUAL,
                    LinkSettings.local(port, "rig"),
                    Optional.empty());
            try (RigAgent agent = new RigAgent(settings, new Counter(20), still, random);
                    NativeReceiver receiver = receiver(
                            LinkSettings.local(port, "bridge"),
                            (frame, arrival, historical) -> numbers.add(frame.seq()))) {
                await(() -> numbers.size() == 20 && agent.status().pending() == 0);
                OtsException problem = agent.status().problem().orElseThrow();
                assertThat(problem.errorCode()).isEqualTo(FrameError.JOURNAL_FAILED);
                assertThat(problem.messageIn(Locale.CHINA)).contains("内存");
                assertThat(receiver.status().missing()).isZero();
            }
        }
    }

    @Test
    void framesOfAnEarlierBootArriveAfterTheSenderStartsAgain() throws IOException, InterruptedException {
        try (RigAgent agent = agent(LinkSettings.local(port, "rig"), new Counter(30))) {
            await(() -> agent.status().produced() == 30); // the broker is down all the time
        }
        ConcurrentLinkedQueue<Boolean> historical = new ConcurrentLinkedQueue<>();
        try (BrokerProcess broker = BrokerProcess.mosquitto(folder, port, BrokerProcess.open(port))
                        .start();
                RigAgent agent = agent(LinkSettings.local(port, "rig"), new Counter(20));
                NativeReceiver receiver =
                        receiver(LinkSettings.local(port, "bridge"), (frame, arrival, old) -> historical.add(old))) {
            await(() -> receiver.status().received() == 50 && agent.status().pending() == 0);
            assertThat(historical).filteredOn(old -> old).hasSize(30);
            assertThat(broker.pid()).isPositive();
            await(() -> folders() == 1);
        }
    }

    private long folders() {
        try (var boots = Files.list(folder.resolve("journal"))) {
            return boots.count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
