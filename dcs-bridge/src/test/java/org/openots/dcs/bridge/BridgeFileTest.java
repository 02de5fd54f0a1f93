package org.openots.dcs.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.dcs.gate.GateSettings;
import org.openots.dcs.gate.WriteTarget;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.map.TagMapReader;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.plant.PlantPack;

/** Settings of a bridge of this and past versions, and a write gate that does not agree with the map. */
class BridgeFileTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "org", "openots", "dcs", "bridge");
    private static final String PLANT = "ethanol-water-rig";
    private static final SignalTable TABLE =
            PlantSignals.of(PlantPack.shipped(PLANT)).table();
    private static final String TAG = """
            {"tag": "%s", "topic": "openots/v1/school/rig-1/data", "dialect": "native", %s "write": "%s"}""";
    private static final TagMap MAP = map();

    private static TagMap map() {
        String tags = String.join(
                ",",
                List.of(
                        TAG.formatted("FIC-702.SP", "\"range\": [0, 80],", "sp"),
                        TAG.formatted("FIC-702.MODE", "\"range\": [0, 2],", "mode"),
                        TAG.formatted("FIC-703.SP", "\"range\": [0, 40],", "none"),
                        TAG.formatted("JI-701", "\"range\": [0, 30],", "none"),
                        TAG.formatted("ESD-701", "", "none"),
                        TAG.formatted("I-01.TRIP", "", "none"),
                        TAG.formatted("I-02.TRIP", "", "none"),
                        TAG.formatted("REMOTE_ENABLE", "", "none")));
        String json = "{\"format\": \"openots-tag-map\", \"formatVersion\": \"1.0\", \"plant\": \"" + PLANT
                + "\", \"tags\": [" + tags + "]}";
        return TagMapReader.read("map.json", json.getBytes(StandardCharsets.UTF_8), Findings.throwing());
    }

    private static String now() throws IOException {
        return Files.readString(FOLDER.resolve("bridge-1.1.json"));
    }

    private static BridgeSettings read(String json) {
        return BridgeFile.read(
                StrictJson.parse("bridge.json", json.getBytes(StandardCharsets.UTF_8), Findings.throwing()), FOLDER);
    }

    private static GateSettings plan(BridgeSettings settings) {
        LocalText text = new LocalText("回流泵 A 故障", "reflux pump A fails");
        return new GatePlan(MAP, TABLE, Map.of("A-F05", text))
                .settings(settings.gate().orElseThrow());
    }

    @Test
    void settingsOfVersion10AreReadAndWriteNothing() {
        BridgeSettings old = BridgeFile.read(FOLDER.resolve("bridge-1.0.json"));
        assertThat(old.gate()).isEmpty();
        assertThat(old.ownPort()).isEqualTo(18_831);
        assertThat(old.virtualRig().orElseThrow().mismatch()).isEqualTo(3);
    }

    @Test
    void aGateAgreesWithItsMap() throws IOException {
        BridgeSettings settings = read(now());
        GateSettings plan = plan(settings);
        assertThat(plan.enabled()).isTrue();
        assertThat(plan.freshMs()).isEqualTo(3000);
        assertThat(plan.targets())
                .extracting(WriteTarget::tag)
                .containsExactly("FIC-702.SP", "FIC-702.MODE", "FAULT.A-F05");
        WriteTarget flow = plan.targets().get(0);
        assertThat(flow.unit()).isEqualTo("kg/h");
        assertThat(flow.text().zh()).contains("回流");
        assertThat(flow.mode().orElseThrow().values()).containsExactly(1.0);
        assertThat(plan.targets().get(2).readBack()).isEmpty();
        GatePart part = settings.gate().orElseThrow();
        LinkSettings link = part.link(settings.broker().orElseThrow());
        assertThat(link.clientId()).isEqualTo("openots-gate");
        assertThat(link.access().login().orElseThrow().user()).isEqualTo("writer");
        assertThat(read(now().replace("\"enabled\": true", "\"enabled\": false"))
                        .gate()
                        .orElseThrow()
                        .enabled())
                .isFalse();
    }

    /** What is changed, into what, and what must be said. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "\"tag\": \"FIC-702.SP\", \"kind\"",
                        "\"tag\": \"FIC-72.SP\", \"kind\"",
                        BridgeError.GATE_TARGET,
                        "FIC-702.SP"),
                Arguments.of(
                        "\"tag\": \"FIC-702.SP\", \"kind\"",
                        "\"tag\": \"FIC-703.SP\", \"kind\"",
                        BridgeError.GATE_NONE,
                        "FIC-703.SP"),
                Arguments.of("\"kind\": \"sp\"", "\"kind\": \"mv\"", BridgeError.GATE_KIND, "mv"),
                Arguments.of(
                        "\"readBack\": \"FIC-702.SP\"",
                        "\"readBack\": \"FIC-799\"",
                        BridgeError.GATE_READ_BACK,
                        "FIC-799"),
                Arguments.of("\"low\": 10", "\"low\": 70", BridgeError.GATE_LIMITS, "70"),
                Arguments.of("\"high\": 60", "\"high\": 90", BridgeError.GATE_RANGE, "90"),
                Arguments.of("ESD-701", "ESD-702", BridgeError.GATE_TAG, "ESD-702"),
                Arguments.of("\"keySwitch\": \"REMOTE_ENABLE\"", "\"keySwitch\": \"KEY\"", BridgeError.GATE_TAG, "KEY"),
                Arguments.of("FAULT.A-F05", "FAULT.A-F99", BridgeError.GATE_FAULT, "A-F05"),
                Arguments.of("[0, 0.5, 1]", "[0, 0.5, 2]", BridgeError.GATE_RANGE, "2"),
                Arguments.of("\"openots-gate\"", "\"openots-station\"", BridgeError.GATE_CLIENT, "openots-station"),
                Arguments.of(
                        "\"openots-gate\"", "\"openots-station.frames\"", BridgeError.GATE_CLIENT, "openots-station"),
                Arguments.of("writer.login", "bridge.login", BridgeError.GATE_LOGIN, "bridge"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamedWithPlaceAndValue(String right, String wrong, ErrorCode error, String told) throws IOException {
        assertThat(now()).contains(right);
        Optional<OtsException> refused = refusal(() -> {
            BridgeSettings settings = read(now().replace(right, wrong));
            plan(settings);
            settings.gate().orElseThrow().link(settings.broker().orElseThrow());
        });
        assertThat(refused).isPresent();
        assertThat(refused.get().errorCode()).isEqualTo(error);
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            assertThat(refused.get().messageIn(locale)).contains("/writeGate/", told);
        }
    }

    private static Optional<OtsException> refusal(ThrowableAssert.ThrowingCallable what) {
        Throwable thrown = ThrowableAssert.catchThrowable(what);
        return thrown instanceof OtsException refused ? Optional.of(refused) : Optional.empty();
    }

    @Test
    void aGateNeedsTheNativeProfile() throws IOException {
        String without = now().replaceAll("(?m)^ *\"native\".*$", "");
        assertThat(refusal(() -> read(without)).map(OtsException::errorCode)).contains(BridgeError.GATE_NATIVE);
    }
}
