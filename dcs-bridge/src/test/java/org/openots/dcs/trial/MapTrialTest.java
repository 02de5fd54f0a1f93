package org.openots.dcs.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Finding;
import org.openots.common.signal.SignalRange;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.TagExample;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.tag.Intake;
import org.openots.dcs.tag.IntakeReport.Seen;
import org.openots.dcs.tag.Notice;
import org.openots.dcs.tag.TagNotice;

class MapTrialTest {
    private static final long START = 1_763_800_000_000L;

    private final List<String> published = new ArrayList<>();
    private long millis;

    private MapTrial trial(TagExample... tags) {
        List<MappedTag> mapped = new ArrayList<>();
        for (TagExample tag : tags) {
            mapped.add(tag.build());
        }
        return new MapTrial(
                "map.json",
                new TagMap("ethanol-water-rig", 1, mapped),
                new Intake.Clocks(() -> Instant.ofEpochMilli(START + millis), () -> millis * 1_000_000),
                (topic, payload) -> published.add(topic));
    }

    private static void send(MapTrial trial, String topic, String json) {
        trial.message(topic, json.getBytes(StandardCharsets.UTF_8), false);
    }

    private static TagExample pointer(String tag, String pointer) {
        TagExample example = TagExample.of(Dialect.POINTER, tag);
        example.topic = "box/data";
        example.item = pointer;
        return example;
    }

    private static String said(MapTrial trial, Locale locale) {
        return trial.findings().stream().map(finding -> finding.in(locale)).reduce("", (a, b) -> a + b + "\n");
    }

    @Test
    void nothingIsSaidAgainstAMapThatFits() {
        MapTrial trial = trial(new TagExample());
        assertThat(trial.subscriptions()).containsExactly("/neuron/rig");
        send(trial, "/neuron/rig", "{\"timestamp\":" + START + ",\"values\":{\"TI-702\":50}}");
        assertThat(trial.findings()).isEmpty();
        assertThat(trial.unmapped()).isEmpty();
        assertThat(trial.notices()).isEmpty();
    }

    @Test
    void everythingThatDoesNotFit() {
        TagExample fahrenheit = TagExample.of(Dialect.NEURON_VALUES, "TI101");
        fahrenheit.range = new SignalRange(0, 120);
        TagExample far = TagExample.of(Dialect.NEURON_VALUES, "LI101");
        far.in = "%";
        far.out = "%";
        far.range = new SignalRange(0, 100);
        TagExample bad = TagExample.of(Dialect.NEURON_VALUES, "FI101");
        TagExample renamed = TagExample.of(Dialect.NEURON_VALUES, "PI-101");
        TagExample gone = TagExample.of(Dialect.NEURON_VALUES, "nothing like it");
        TagExample silent = TagExample.of(Dialect.NEURON_VALUES, "XI101");
        silent.topic = "/neuron/other";
        MapTrial trial =
                trial(fahrenheit, far, bad, renamed, gone, silent, pointer("A", "/d/0/v"), pointer("B", "/d/1/w"));
        for (int i = 0; i < 3; i++) {
            millis = i * 1000L;
            send(
                    trial,
                    "/neuron/rig",
                    "{\"timestamp\":" + (START + millis)
                            + ",\"values\":{\"TI101\":173,\"LI101\":104,\"FI101\":\"12\",\"PI_101\":5}}");
            send(trial, "box/data", "{\"d\":[{\"v\":1},{\"v\":2,\"n\":\"x\"}],\"a/b\":3,\"step\":" + i + "}");
        }
        send(trial, "/neuron/rig", "{");
        assertThat(trial.findings())
                .extracting(Finding::pointer)
                .containsExactly(
                        "/tags/0/unit",
                        "/tags/1/range",
                        "/tags/2",
                        "/tags/3/item",
                        "/tags/4/item",
                        "/tags/5/topic",
                        "/tags/7/pointer");
        assertThat(said(trial, Locale.ENGLISH))
                .contains(
                        "TI101 = 173 degC, range 0 … 120. Maybe the gateway sends degF.",
                        "LI101 = 104 %, range 0 … 100.",
                        "FI101 never had a usable value: sensor failure.",
                        "none of 4 messages on /neuron/rig has the item \"PI-101\". Maybe \"PI_101\" was meant.",
                        "none of 4 messages on /neuron/rig has the item \"nothing like it\". Check",
                        "no message came on the topic /neuron/other, which has 1 tags.",
                        "none of 3 messages on box/data has the item \"/d/1/w\". Maybe \"/d/1/v\" was meant.");
        assertThat(said(trial, Locale.SIMPLIFIED_CHINESE)).contains("网关发送的可能是 degF", "没有收到报文", "可能应为“PI_101”");
        assertThat(trial.unmapped())
                .containsExactly(
                        new Seen("/neuron/rig", "PI_101"),
                        new Seen("box/data", "/d/1/v"),
                        new Seen("box/data", "/a~1b"),
                        new Seen("box/data", "/step"));
        assertThat(trial.notices()).extracting(Notice::kind).containsExactly(TagNotice.BAD_MESSAGE);
    }

    @Test
    void qualityAndTimeAreNotUnmapped() {
        TagExample tag = pointer("A", "/v");
        tag.qualityPointer = Optional.of("/q");
        tag.timePointer = Optional.of("/t");
        MapTrial trial = trial(tag);
        send(trial, "box/data", "{\"v\":1,\"q\":0,\"t\":" + START + ",\"x\":\"text\"}");
        assertThat(trial.unmapped()).isEmpty();
    }

    @Test
    void sparkplugNodesAreAskedForTheirBirths() {
        TagExample tag = TagExample.of(Dialect.SPARKPLUG, "A");
        tag.topic = "spBv1.0/school/+/rig";
        MapTrial trial = trial(tag);
        assertThat(trial.subscriptions()).containsExactly("spBv1.0/school/+/rig", "spBv1.0/school/+/rig/+");
        trial.connected();
        trial.tick();
        assertThat(published).containsExactly("spBv1.0/school/NCMD/rig");
        send(trial, "spBv1.0/school/NDATA/rig", "{\"values\":{}}");
        assertThat(trial.notices()).extracting(Notice::kind).containsExactly(TagNotice.BAD_MESSAGE);
    }
}
