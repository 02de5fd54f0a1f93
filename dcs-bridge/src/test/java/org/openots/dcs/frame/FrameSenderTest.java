package org.openots.dcs.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.dcs.mqtt.MqttLink.Published;
import org.openots.dcs.payload.BadPayload;

class FrameSenderTest {
    private static final long MILLI = 1_000_000;

    /** A network that loses, repeats and reorders, with a receiver that is away at times: every frame arrives once. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void everyFrameArrivesOverABadNetwork(int seed) throws IOException, BadPayload {
        Random random = new Random(seed);
        MemoryLog log = new MemoryLog("b", 100_000);
        List<byte[]> wire = new ArrayList<>();
        FrameSender sender = new FrameSender(
                log,
                Set.of("bridge"),
                frame -> {
                    if (random.nextInt(50) == 0) {
                        return Published.BUSY;
                    }
                    wire.add(frame);
                    return Published.SENT;
                },
                frame -> Published.SENT);
        Sequencer receiver = new Sequencer(new SeqSet());
        Set<Long> live = new HashSet<>();
        long lastLive = -1;
        for (long now = 0; now < 600_000 * MILLI && (log.last() < 1999 || sender.pending() > 0); now += 20 * MILLI) {
            if (log.last() < 1999) {
                log.append(now, List.of(Frame.Entry.good("TI-101", 1)));
            }
            if (random.nextInt(200) == 0) {
                sender.reconnected(now);
            }
            sender.step(now);
            boolean away = now / (5000 * MILLI) % 4 == 1;
            for (byte[] frame : List.copyOf(wire)) {
                wire.remove(0);
                if (away || random.nextInt(5) == 0) {
                    continue;
                }
                if (random.nextInt(10) == 0) {
                    wire.add(frame); // overtaken by the others
                    continue;
                }
                for (Sequencer.Delivery due : receiver.accept(FrameCodec.decode(frame), now)) {
                    assertThat(live.add(due.frame().seq())).isTrue();
                    if (!due.historical()) {
                        assertThat(due.frame().seq()).isGreaterThan(lastLive);
                        lastLive = due.frame().seq();
                    }
                }
            }
            for (Sequencer.Delivery due : receiver.due(now)) {
                assertThat(live.add(due.frame().seq())).isTrue();
                lastLive = due.frame().seq();
            }
            if (!away && random.nextInt(10) == 0) {
                sender.acknowledged("bridge", receiver.seen().complete(), now);
            }
        }
        assertThat(live).hasSize(2000);
        assertThat(sender.pending()).isZero();
        assertThat(log.first()).isEqualTo(2000);
    }

    @Test
    void nothingIsLetGoBeforeAllRequiredConsumersHaveIt() throws IOException {
        MemoryLog log = new MemoryLog("b", 1000);
        ArrayDeque<byte[]> wire = new ArrayDeque<>();
        FrameSender sender = new FrameSender(
                log,
                Set.of("a", "b"),
                frame -> {
                    wire.add(frame);
                    return Published.SENT;
                },
                frame -> Published.SENT);
        for (int i = 0; i < 900; i++) {
            log.append(i, List.of());
        }
        sender.step(0);
        assertThat(wire).hasSize(FrameSender.WINDOW);
        sender.acknowledged("a", 99, 0);
        sender.acknowledged("stranger", 899, 0);
        sender.acknowledged("b", 5000, 0);
        assertThat(log.first()).isZero();
        assertThat(sender.slowest()).isEqualTo("b");
        sender.acknowledged("b", 49, 0);
        assertThat(log.first()).isEqualTo(50);
        wire.clear();
        sender.step(FrameSender.PATIENCE / 2);
        assertThat(wire).hasSize(50);
        wire.clear();
        sender.step(2 * FrameSender.PATIENCE);
        assertThat(wire).hasSize(FrameSender.WINDOW / 4);
        assertThat(sender.resends()).isEqualTo(1);
    }

    @Test
    void framesAskedForComeAsHistoricalOnes() throws IOException, BadPayload {
        MemoryLog log = new MemoryLog("b", 1000);
        List<byte[]> asked = new ArrayList<>();
        FrameSender sender = new FrameSender(log, Set.of("a"), frame -> Published.SENT, frame -> {
            asked.add(frame);
            return Published.SENT;
        });
        for (int i = 0; i < 100; i++) {
            log.append(i, List.of());
        }
        sender.request(90, 5000);
        sender.request(-5, 2);
        while (sender.step(0)) {
            assertThat(asked).hasSizeLessThan(50);
        }
        List<Long> numbers = new ArrayList<>();
        for (byte[] frame : asked) {
            Frame read = FrameCodec.decode(frame);
            assertThat(read.historical()).isTrue();
            numbers.add(read.seq());
        }
        assertThat(numbers).containsExactly(90L, 91L, 92L, 93L, 94L, 95L, 96L, 97L, 98L, 99L, 0L, 1L, 2L);
    }
}
