package org.openots.dcs.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.publish.Message;
import org.openots.simulator.plant.PackSource;

/** The time of the virtual rig: held, stood, faster and slower than the clock of its gateway, and what it costs. */
class VirtualRigTimeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long START = 1_763_800_000_000L;

    private final List<Message> messages = new ArrayList<>();

    private VirtualRig rig(int mismatch, long scanMs, double speed) {
        messages.clear();
        RigPlant plant = new RigPlant(PackSource.shipped("ethanol-water-rig"), "normal", 7, mismatch, 0);
        RigGateway gateway = new RigGateway(
                Dialect.NATIVE,
                "school",
                "rig-1",
                ZoneId.of("Asia/Shanghai"),
                scanMs,
                speed,
                Instant.ofEpochMilli(START));
        return new VirtualRig(plant, gateway, RigDefects.NONE, messages::add);
    }

    private List<JsonNode> frames() {
        return messages.stream()
                .filter(message -> message.topic().endsWith("/data"))
                .map(VirtualRigTimeTest::json)
                .toList();
    }

    private static JsonNode json(Message message) {
        try {
            return JSON.readTree(message.payload());
        } catch (IOException e) {
            throw new AssertionError(new String(message.payload(), StandardCharsets.UTF_8), e);
        }
    }

    @Test
    void aHeldPlantStandsWhileItIsPublished() {
        VirtualRig rig = rig(0, 1000, 1);
        List<Long> asked = new ArrayList<>();
        rig.operatedBy(view -> {
            asked.add(view.tick());
            return List.of();
        });
        rig.hold(true);
        long tick = rig.engine().tick();
        IntStream.range(0, 5).forEach(i -> rig.scan());
        assertThat(asked).isEmpty();
        assertThat(rig.engine().tick()).isEqualTo(tick);
        assertThat(rig.seconds()).isZero();
        assertThat(frames())
                .extracting(frame -> frame.path("t").asLong())
                .doesNotHaveDuplicates()
                .hasSize(5);
        rig.hold(false);
        IntStream.range(0, 3).forEach(i -> rig.scan());
        assertThat(asked).hasSize(30);
        assertThat(rig.seconds()).isCloseTo(3, within(1e-9));
        assertThat(frames().get(7).path("t").asLong()).isEqualTo(START + 8_000);
    }

    @Test
    void aGatewayThatStoodGoesOnLaterAndThePlantMissesNothing() {
        VirtualRig rig = rig(0, 1000, 1);
        rig.scan();
        rig.stood(7_000);
        rig.scan();
        assertThat(frames().get(1).path("t").asLong()).isEqualTo(START + 9_000);
        assertThat(rig.seconds()).isCloseTo(2, within(1e-9));
    }

    @Test
    void speedIsModelTimeInASecondOfTheGateway() {
        VirtualRig fast = rig(0, 1000, 10);
        IntStream.range(0, 5).forEach(i -> fast.scan());
        assertThat(fast.seconds()).isCloseTo(50, within(1e-9));
        assertThat(frames().get(4).path("t").asLong()).isEqualTo(START + 5000);
        VirtualRig slow = rig(0, 100, 0.5);
        IntStream.range(0, 9).forEach(i -> slow.scan());
        assertThat(slow.seconds()).isCloseTo(0.5, within(0.05));
        assertThat(frames()).hasSize(9);
    }

    /** 200 tags and more ten times a second: the goal is a third of a core for everything the rig does. */
    @Test
    void tenScansASecondCostLittle() {
        VirtualRig rig = rig(5, 100, 1);
        IntStream.range(0, 300).forEach(i -> rig.scan()); // until the virtual machine has compiled it
        messages.clear();
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        IntStream.range(0, 600).forEach(i -> rig.scan());
        double cores = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) * 1e-9 / 60;
        assertThat(rig.tags()).hasSizeGreaterThan(100);
        assertThat(messages).hasSize(600);
        assertThat(cores).isLessThan(0.3);
    }
}
