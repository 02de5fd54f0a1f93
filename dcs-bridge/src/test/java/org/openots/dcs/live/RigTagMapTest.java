package org.openots.dcs.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openots.common.json.Findings;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.map.TagMapReader;
import org.openots.dcs.publish.Message;
import org.openots.dcs.rig.RigDefects;
import org.openots.dcs.rig.RigGateway;
import org.openots.dcs.rig.RigPlant;
import org.openots.dcs.rig.VirtualRig;
import org.openots.dcs.tag.Intake;
import org.openots.dcs.trial.MapTrial;
import org.openots.simulator.plant.PackSource;

/** The written map fits what the rig publishes: a trial of both finds nothing. */
class RigTagMapTest {
    private static final String PLANT = "ethanol-water-rig";
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int SCANS = 3;

    private final List<Message> sent = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aTrialOfTheMapFindsNothing(Dialect dialect) {
        RigGateway gateway = new RigGateway(dialect, "school", "rig-1", ZoneId.of("Asia/Shanghai"), 1000, 1, START);
        VirtualRig rig = new VirtualRig(
                new RigPlant(PackSource.named(PLANT), "normal", 1, 0, 0), gateway, RigDefects.NONE, sent::add);
        String json = RigTagMap.of(PLANT, gateway, rig.tags()).toPrettyString();
        Findings findings = Findings.collecting();
        TagMap map = TagMapReader.read("map.json", json.getBytes(StandardCharsets.UTF_8), findings);
        assertThat(findings.all()).isEmpty();
        assertThat(map.tags()).hasSameSizeAs(rig.tags());

        MapTrial trial = new MapTrial(
                "map.json",
                map,
                new Intake.Clocks(() -> Instant.ofEpochMilli(rig.time()), () -> rig.time() * 1_000_000),
                (topic, payload) -> rig.received(new Message(topic, payload, false)));
        rig.will();
        trial.connected();
        rig.connected();
        for (int i = 0; i < SCANS; i++) {
            rig.scan();
            sent.stream()
                    .filter(message -> trial.subscriptions().stream()
                            .anyMatch(filter -> new org.openots.dcs.map.TopicFilter(filter).matches(message.topic())))
                    .forEach(message -> trial.message(message.topic(), message.payload(), false));
            sent.clear();
            trial.tick();
        }
        // energy by product: there is no product yet, so there is no value
        assertThat(trial.findings())
                .allSatisfy(finding -> assertThat(finding.arguments().get(0)).isEqualTo("EI-701"));
        assertThat(trial.unmapped()).isEmpty();
        assertThat(trial.notices()).isEmpty();
    }
}
