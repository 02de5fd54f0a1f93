package org.openots.dcs.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openots.dcs.mqtt.LinkTestBench.BRISK;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.dcs.mqtt.LinkSettings.Protocol;
import org.openots.dcs.mqtt.LinkState.Phase;

/** The link against a real mosquitto that is late, dies, hangs and comes back; case numbers are those of the fault list. */
@Timeout(60)
class MqttLinkFaultTest {
    @TempDir
    Path folder;

    private BrokerProcess broker;

    @BeforeEach
    void prepare() {
        int port = BrokerProcess.freePort();
        broker = BrokerProcess.mosquitto(folder, port, BrokerProcess.open(port));
    }

    @AfterEach
    void end() {
        broker.close();
    }

    private LinkSettings settings(Protocol protocol) {
        return LinkSettings.local(broker.port(), "link-under-test").with(BRISK).with(protocol);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void case01BrokerDownAtStartThenKilledAndRestarted(Protocol protocol) throws InterruptedException {
        try (LinkTestBench bench = new LinkTestBench(settings(protocol))) {
            bench.subscribe("case/+");
            LinkState waiting = bench.awaitProblem(MqttError.NOBODY_LISTENS);
            assertThat(waiting.text().zh()).matches("(连接中|等待重连) \\d+/∞");
            assertThat(bench.publish("case/1", "x")).isEqualTo(MqttLink.Published.DOWN);
            broker.start();
            long appeared = System.nanoTime();
            bench.awaitConnected();
            assertThat(seconds(appeared)).isLessThan(3);
            assertThat(bench.echo("case/1", "first")).isNotNull();

            broker.kill(); // case 2 and 3: the session is gone, subscriptions must be made anew
            bench.awaitProblem(MqttError.NOBODY_LISTENS);
            broker.start();
            bench.awaitConnected();
            assertThat(bench.echo("case/1", "second")).isNotNull();
            assertThat(bench.link.counts().connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void case04HalfOpenConnectionIsNoticed(Protocol protocol) throws InterruptedException, IOException {
        broker.start();
        try (LinkTestBench bench = new LinkTestBench(settings(protocol))) {
            bench.awaitConnected();
            signal("STOP");
            long stopped = System.nanoTime();
            bench.awaitProblem(MqttError.HALF_OPEN);
            assertThat(seconds(stopped)).isBetween(0.4, 1.5 * 1 + 1.0);
            signal("CONT");
            bench.awaitConnected();
        }
    }

    @Test
    void case03ConnectedWithoutDataIsSaid() throws InterruptedException {
        broker.start();
        LinkSettings.Timing impatient =
                new LinkSettings.Timing(BRISK.keepAlive(), BRISK.connect(), java.time.Duration.ofMillis(400));
        try (LinkTestBench bench = new LinkTestBench(settings(Protocol.V3).with(impatient))) {
            bench.subscribe("case/3");
            LinkState silent = bench.await(state -> state.phase() == Phase.SILENT);
            assertThat(silent.problem().orElseThrow().errorCode()).isEqualTo(MqttError.NO_DATA);
            assertThat(bench.echo("case/3", "x")).isNotNull();
            bench.await(state -> state.phase() == Phase.CONNECTED);
        }
    }

    @Test
    void case18SameClientIdStopsTheLink() throws InterruptedException {
        broker.start();
        try (LinkTestBench one = new LinkTestBench(settings(Protocol.V3));
                LinkTestBench two = new LinkTestBench(settings(Protocol.V5))) {
            for (int i = 0; i < 100; i++) {
                if (one.link.state().phase() == Phase.STOPPED
                        || two.link.state().phase() == Phase.STOPPED) {
                    break;
                }
                one.inbox.take(100);
            }
            LinkTestBench stopped = one.link.state().phase() == Phase.STOPPED ? one : two;
            assertThat(stopped.link.state().phase()).isEqualTo(Phase.STOPPED);
            stopped.awaitProblem(MqttError.TAKEN_OVER);
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void case19LargeMessagesAreDroppedAndHugePacketsEndTheConnection(Protocol protocol) throws InterruptedException {
        broker.start();
        LinkSettings narrow = settings(protocol);
        narrow = new LinkSettings(
                narrow.broker(),
                narrow.clientId(),
                protocol,
                narrow.access(),
                BRISK,
                new LinkSettings.Limits(20, 64 * 1024, 2 * 1024 * 1024),
                narrow.will());
        LinkSettings other = LinkSettings.local(broker.port(), "sender").with(BRISK);
        try (LinkTestBench bench = new LinkTestBench(narrow);
                LinkTestBench sender = new LinkTestBench(other)) {
            bench.subscribe("case/19");
            bench.awaitConnected();
            sender.awaitConnected();
            assertThat(bench.echo("case/19", "x")).isNotNull();
            sender.link.publish(new Outbound("case/19", new byte[1024 * 1024], 1, false));
            Inbound next = null;
            while (next == null || next.payload().length == 1) {
                sender.publish("case/19", "after");
                next = bench.inbox.take(1000);
            }
            assertThat(bench.link.counts().oversized()).isEqualTo(1);
            assertThat(bench.link.counts().connections()).isEqualTo(1);

            sender.link.publish(new Outbound("case/19", new byte[3 * 1024 * 1024], 0, false));
            bench.awaitProblem(MqttError.PACKET_TOO_LARGE);
            bench.awaitConnected();
            assertThat(bench.echo("case/19", "again")).isNotNull();
        }
    }

    @Test
    void case26ReconnectsLeaveNoThreadsBehind() throws InterruptedException {
        broker.start();
        assertThat(reconnect(2)).isPositive();
        int before = threads();
        assertThat(reconnect(20)).isEqualTo(20);
        for (int i = 0; i < 50 && threads() > before; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(threads()).isLessThanOrEqualTo(before);
    }

    /** What stands in front of a broker that is down (a proxy, a forwarded port) accepts and drops at once. */
    @ParameterizedTest
    @EnumSource(Protocol.class)
    void case26DroppedAttemptsLeaveNoThreadsBehind(Protocol protocol) throws InterruptedException, IOException {
        try (ServerSocket dropping = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread door = new Thread(() -> dropAll(dropping), "door");
            door.setDaemon(true);
            door.start();
            LinkSettings settings = LinkSettings.local(dropping.getLocalPort(), "link-dropped")
                    .with(BRISK)
                    .with(protocol);
            try (LinkTestBench bench = new LinkTestBench(settings)) {
                bench.await(state -> state.attempt() >= 4);
                assertThat(Thread.getAllStackTraces().keySet())
                        .filteredOn(thread -> thread.getName().equals("MQTT Con: link-dropped"))
                        .as("one attempt may be under way")
                        .hasSizeLessThan(2);
            }
        }
    }

    private static void dropAll(ServerSocket door) {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                caller.setSoLinger(true, 0);
            } catch (IOException e) {
                assertThat(door.isClosed()).as("%s", e).isTrue();
            }
        }
    }

    private int reconnect(int times) throws InterruptedException {
        int connected = 0;
        for (int i = 0; i < times; i++) {
            try (LinkTestBench bench = new LinkTestBench(settings(i % 2 == 0 ? Protocol.V3 : Protocol.V5))) {
                bench.awaitConnected();
                connected++;
            }
        }
        return connected;
    }

    private static int threads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("link-under-test")
                        || thread.getName().startsWith("MQTT"))
                .count();
    }

    private void signal(String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(broker.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) * 1e-9;
    }
}
