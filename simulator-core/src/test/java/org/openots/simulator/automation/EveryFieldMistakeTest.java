package org.openots.simulator.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;

/** Every mistake in a field of the newest versions is named with file, pointer, value and rule. */
class EveryFieldMistakeTest {
    @Test
    void thePackItselfIsSound() {
        assertThat(findings(EveryFieldRun.files())).isEmpty();
    }

    @Test
    void aFieldFileOfTheVersionBeforeIsRead() {
        Map<String, String> files = EveryFieldRun.files();
        String text = files.getOrDefault("field.json", "");
        String old = text.replace("\"formatVersion\": \"1.2\"", "\"formatVersion\": \"1.1\"")
                .replaceAll(",\\s*\"defects\": \\[[^]]*]", "");
        assertThat(old).contains("CP-1", "1.1").doesNotContain("defects");
        files.put("field.json", old);
        assertThat(findings(files)).isEmpty();
        assertThat(EveryFieldRun.definition(files).field().checks())
                .allMatch(check -> check.defects().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    control.json | "air": "AIR.MAIN" | "air": "AIR.MIAN" | /controlValves/0/air | AIR.MIAN
                    control.json | "outputPercent": 60 | "outputPercent": 0 | /controlValves/0/splitRange/1/outputPercent | > 0
                    control.json | "positionPercent": 100 | "positionPercent": 101 | /controlValves/0/splitRange/1/positionPercent | 101
                    control.json | "springLowMpa": 0.1 | "springLowMpa": 0.4 | /controlValves/2/springHighMpa | 0.3
                    control.json | "deadbandPercent": 1 | "deadbandPercent": -1 | /controlValves/3/deadbandPercent | -1
                    control.json | "batteryS": 60 | "batteryS": -60 | /supplies/1/batteryS | -60
                    control.json | "normalMpa": 0.55 | "normalMpa": 55 | /airSupplies/0/normalMpa | 55
                    control.json | "when": "GA-1A.CMD | "when": "GA-1Z.CMD | /pumps/1/standby/when | GA-1Z
                    control.json | "restartS": 5 | "restartS": 5000 | /pumps/0/restartS | 5000
                    control.json | "partialStrokePercent": 20 | "partialStrokePercent": 80 | /shutoffValves/0/partialStrokePercent | 80
                    control.json | "select": "high" | "select": "highest" | /selectors/0/select | highest
                    control.json | "tag": "PC-3" | "tag": "PC-9" | /selectors/0/loops/1 | PC-3
                    control.json | "output": "PC-2" | "output": "PC-1" | /controlValves/0/output | PY-1
                    control.json | "master": "LC-1" | "master": "LC-2" | /schemes/0/links/0/master | LY-1
                    control.json | "setPointWeight": 0.5 | "setPointWeight": 1.5 | /controllers/5/setPointWeight | 1.5
                    control.json | "derivativeFilter": 10 | "derivativeFilter": 1 | /controllers/5/derivativeFilter | 1
                    control.json | "lagS": 20 | "lagS": 0 | /controllers/5/feedForward/lagS | > 0
                    control.json | "signal": "FI-2" | "signal": "FI-22" | /controllers/5/feedForward/signal | FI-22
                    control.json | "halfWidth": 5 | "halfWidth": 500 | /controllers/3/gap/halfWidth | 500
                    control.json | "leastGain": 0.1 | "leastGain": 2 | /controllers/6/errorSquared/leastGain | 2
                    control.json | "biasHigh": 200 | "biasHigh": -300 | /schemes/0/links/0/biasHigh | -300
                    control.json | "master": "LY-1" | "master": "LY-9" | /schemes/0/links/1/master | LY-9
                    control.json | "kind": "DL" | "kind": "DH" | /controllers/4/alarms/1/kind | FC-1.DH
                    instruments.json | "signal": "AIR.MAIN" | "signal": "AIR" | /transmitters/10/source/signal | AIR
                    instruments.json | "unit": "MPa" | "unit": "kPa" | /transmitters/10/unit | kPa
                    instruments.json | "sensor": "dp-level" | "sensor": "dp" | /transmitters/7/sensor | dp
                    instruments.json | "densityFactor": 0.9 | "densityFactor": 9 | /transmitters/7/densityFactor | 9
                    instruments.json | "deadTimeS": 60 | "deadTimeS": -60 | /transmitters/8/deadTimeS | -60
                    instruments.json | "lowFlowCutoff": 20 | "lowFlowCutoff": 900 | /transmitters/4/lowFlowCutoff | 900
                    instruments.json | "lowFlowCutoff": 20 | "lowFlowCutoff": 20, "lowCutoff": 5 | /transmitters/4/lowFlowCutoff | lowCutoff, lowFlowCutoff
                    instruments.json | "lowFlowCutoff": 20 | "lowFlowCutoff": 20, "cycleS": 5 | /transmitters/4 | lowFlowCutoff
                    instruments.json | "windowS": 30 | "windowS": 0 | /transmitters/3/rateAlarms/0/windowS | 0
                    instruments.json | "kind": "select" | "kind": "choose" | /calculated/0/kind | choose
                    instruments.json | "choice": "median" | "choice": "middle" | /calculated/0/choice | middle
                    instruments.json | "FI-2 / max(FI-3, 1)" | "FI-2 / maximum(FI-3, 1)" | /calculated/7/expression | maximum
                    instruments.json | "FI-2 / max(FI-3, 1)" | "rate(FI-2, 60)" | /calculated/7/expression | rate
                    instruments.json | "XV-1.DISC" | "XV-1.DISK" | /flagAlarms/1/signal | XV-1.DISK
                    instruments.json | "LI-1.LL", | "LI-1.HH", | /firstOut/0/alarms/1 | LI-1.HH
                    interlocks.json | "vote": 2 | "vote": 4 | /interlocks/0/causes/0/vote | 4
                    interlocks.json | "missing": "vote" | "missing": "trip" | /interlocks/0/causes/0/missing | trip
                    interlocks.json | "condition": "GA-1A | "condition": "GA-1Z | /interlocks/1/causes/0/condition | GA-1Z
                    interlocks.json | "armedWhen": "XV-1 | "armedWhen": "XV-9 | /interlocks/1/causes/0/armedWhen | XV-9
                    interlocks.json | "resetWhen": "SW-1 | "resetWhen": "SW-9 | /interlocks/0/resetWhen | SW-9
                    interlocks.json | "action": "position" | "action": "ajar" | /interlocks/0/effects/3/action | ajar
                    interlocks.json | "positionPercent": 80 | "positionPercent": 180 | /interlocks/0/effects/3/positionPercent | 180
                    interlocks.json | "element": "XV-1" | "element": "TV-1" | /interlocks/0/effects/1 | TV-1
                    interlocks.json | "loop": "TC-1" | "loop": "TC-9" | /interlocks/0/effects/2/loop | TC-9
                    interlocks.json | "action": "manual" | "action": "auto" | /interlocks/0/effects/2/action | auto
                    field.json | "defects": ["leak" | "defects": ["leek" | /checks/0/defects/0 | leek
                    field.json | "leak", "oil" | "oil", "oil" | /checks/0/defects/1 | oil
                    """)
    void isNamed(String file, String right, String wrong, String pointer, String said) {
        Map<String, String> files = EveryFieldRun.files();
        String text = files.getOrDefault(file, "");
        assertThat(text).contains(right);
        int at = text.indexOf(right);
        files.put(file, text.substring(0, at) + wrong + text.substring(at + right.length()));
        assertThat(findings(files)).anySatisfy(finding -> {
            assertThat(finding.pointer()).isEqualTo(pointer);
            assertThat(finding.in(Locale.ENGLISH)).contains(file, said);
            assertThat(finding.in(Locale.SIMPLIFIED_CHINESE)).contains(file, said);
        });
    }

    @Test
    void loopsThatDriveEachOtherThroughASelectorAreACircle() {
        Map<String, String> files = EveryFieldRun.files();
        String control = files.getOrDefault("control.json", "");
        files.put("control.json", control.replace("\"slave\": \"FC-2\"", "\"slave\": \"LC-2\""));
        assertThat(findings(files))
                .anySatisfy(finding ->
                        assertThat(finding.in(Locale.ENGLISH)).contains("/schemes/0/links/1", "LC-2", "LY-1"));
    }

    private static List<Finding> findings(Map<String, String> files) {
        Findings findings = Findings.collecting();
        Optional<AutomationDefinition> read = AutomationPack.read(
                file -> Optional.ofNullable(files.get(file)).map(text -> text.getBytes(StandardCharsets.UTF_8)),
                findings);
        assertThat(read.isPresent()).isEqualTo(findings.all().isEmpty());
        return findings.all();
    }
}
