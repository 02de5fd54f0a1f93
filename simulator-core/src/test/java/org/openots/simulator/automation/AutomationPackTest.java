package org.openots.simulator.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.simulator.alarm.AlarmDefinition;
import org.openots.simulator.alarm.AlarmKind;

/** The files of plant A say what the instrument, loop and interlock tables of the rig say, and mistakes are named. */
class AutomationPackTest {
    private static final AutomationDefinition PLANT = AutomationPack.builtIn("ethanol-water-rig");

    @ParameterizedTest
    @CsvSource({
        "FIC-701,0,120,8,30,80,", "FIC-702,0,80,,15,65,", "FIC-703,0,40,,,20,", "FI-704,0,120,,10,90,",
        "FI-705,0,4,0.4,0.8,,", "TIC-701,0,120,,60,88,92", "TI-702,0,120,,,79.5,82", "TI-703,0,120,,,80,",
        "TI-704,0,120,,,83,", "TIC-705,0,120,,79.5,83,86", "TI-706,0,120,,83,90,", "TI-707,0,120,,85,94,",
        "TI-708,0,150,,94,101,104", "TIC-709,0,100,,40,72,", "TI-710,0,60,,,32,", "TI-711,0,60,,,45,",
        "TI-712,0,100,,,55,", "PI-701,0,20,,1.5,6,8", "PI-702,-2,10,,,2,4", "PDI-703,0,10,,1.8,4.5,6",
        "PI-704,0,0.6,,0.15,,", "LI-701,0,100,8,15,90,", "LIC-702,0,100,25,35,80,90", "LIC-703,0,100,10,25,75,90",
        "LI-704,0,100,,,85,95", "LI-705,0,100,,,85,95", "JI-701,0,27,,,23,25", "AI-701,0,100,,88,,",
        "AI-702,0,20,,,3,", "AT-703A,0,100,,,25,50", "AT-703B,0,100,,,25,50"
    })
    void instrumentTableOfTheRig(String tag, double low, double high, Double ll, Double l, Double h, Double hh) {
        var instrument = PLANT.instruments().transmitters().stream()
                .filter(item -> item.tag().equals(tag))
                .findFirst()
                .orElseThrow();
        assertThat(instrument.range().low()).isEqualTo(low);
        assertThat(instrument.range().high()).isEqualTo(high);
        assertThat(limit(tag, AlarmKind.LL)).isEqualTo(Optional.ofNullable(ll));
        assertThat(limit(tag, AlarmKind.L)).isEqualTo(Optional.ofNullable(l));
        assertThat(limit(tag, AlarmKind.H)).isEqualTo(Optional.ofNullable(h));
        assertThat(limit(tag, AlarmKind.HH)).isEqualTo(Optional.ofNullable(hh));
    }

    @Test
    void limitsThatTripHaveTheHighestPriority() {
        PLANT.interlocks().stream()
                .flatMap(interlock -> interlock.causes().stream())
                .filter(cause -> !cause.signal().equals("ESD-701"))
                .forEach(cause -> assertThat(PLANT.instruments().alarms())
                        .filteredOn(alarm -> alarm.name().equals(cause.id()))
                        .singleElement()
                        .satisfies(alarm -> assertThat(alarm.priority()).isEqualTo(1)));
    }

    @Test
    void fieldHasDecoysAndEnoughInspectionPoints() {
        assertThat(PLANT.field().equipment()).anyMatch(item -> item.required()).anyMatch(item -> !item.required());
        assertThat(PLANT.field().checks()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(PLANT.field().handValves()).hasSize(24);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instruments.json | \"tag\": \"FIC-701\" | \"tag\": \"FIC-702\" | /transmitters/1/tag | FIC-702",
                "instruments.json | \"low\": 0, \"high\": 120 | \"low\": 130, \"high\": 120 | /transmitters/0/high | low = 130",
                "instruments.json | \"unit\": \"m³/h\" | \"unit\": \"l/h\" | /transmitters/4/unit | l/h",
                "instruments.json | \"limit\": 8, | \"limit\": 31, | /transmitters/0/alarms/1/limit | LL <= L",
                "instruments.json | \"priority\": 1, | \"priority\": 4, | /transmitters/0/alarms/0/priority | 4",
                "instruments.json | P-701.CMD < 0.5 | P-777.CMD < 0.5 | /transmitters/0/alarms/0/suppressWhen | P-777.CMD",
                "instruments.json | \"lagS\": 1 | \"lagS\": -1 | /transmitters/0/lagS | -1",
                "instruments.json | \"noise\": 0.15, | | /transmitters/0 | noise",
                "instruments.json | \"power\": \"POWER.UPS\" | \"power\": \"POWER.OPS\" | /transmitters/0/power | POWER.OPS",
                "instruments.json | \"signal\": \"I-01.TRIP\" | \"signal\": \"I-77.TRIP\" | /flagAlarms/0/signal | I-77.TRIP",
                "control.json | \"measurement\": \"JI-701\" | \"measurement\": \"JI-777\" | /controllers/3/measurement | JI-777",
                "control.json | \"gain\": 0.5 | \"gain\": 0 | /controllers/0/gain | 0",
                "control.json | \"output\": \"FIC-701\" | \"output\": \"FIC-777\" | /pumps/0/output | FIC-777",
                "control.json | \"master\": \"TIC-705\" | \"master\": \"TIC-777\" | /schemes/0/links/0/master | TIC-777",
                "control.json | LIC-702 >= 40 | LIC-702 = 40 | /heaters/0/permissives/0/condition | LIC-702 = 40",
                "control.json | HV-713 >= 50 or | everTrue(HV-713 >= 50) or | /heaters/0/permissives/2/condition | everTrue",
                "control.json | \"fail\": \"close\" | \"fail\": \"stay\" | /controlValves/0/fail | stay",
                "interlocks.json | \"FI-705\", \"limitOf\": \"LL\" | \"FI-705\", \"limitOf\": \"HH\" | /interlocks/2/causes/0/limitOf | FI-705.HH",
                "interlocks.json | \"action\": \"off\" | \"action\": \"stop\" | /interlocks/0/effects/0/action | stop",
                "interlocks.json | \"element\": \"LV-702\" | \"element\": \"HV-701\" | /interlocks/0/effects/1/element | HV-701",
                "interlocks.json | \"votes\": 1 | \"votes\": 2 | /interlocks/0/votes | 2",
                "field.json | \"kind\": \"ball\" | \"kind\": \"butterfly\" | /handValves/0/kind | butterfly",
                "field.json | \"valve\": \"HV-718\" | \"valve\": \"HV-777\" | /samples/1/valve | HV-777",
                "field.json | \"formatVersion\": \"1.3\" | \"formatVersion\": \"9.0\" | /formatVersion | 9.0",
                "field.json | \"required\": true | \"required\": true, \"colour\": 1 | /equipment/0 | colour",
            })
    void everyMistakeIsNamedWithPlaceAndValue(
            String file, String right, String wrong, String pointer, String mentioned) {
        Map<String, String> files = files();
        String text = files.getOrDefault(file, "");
        assertThat(text).contains(right);
        files.put(file, replaceFirst(text, right, wrong == null ? "" : wrong));
        List<Finding> findings = findings(files);
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(file);
            assertThat(finding.pointer()).isEqualTo(pointer);
            assertThat(finding.in(Locale.ENGLISH)).contains(mentioned);
            assertThat(finding.in(Locale.SIMPLIFIED_CHINESE)).contains(mentioned);
        });
    }

    @Test
    void allMistakesAreCollected() {
        Map<String, String> files = files();
        files.computeIfPresent("instruments.json", (name, text) -> replaceFirst(text, "\"lagS\": 1", "\"lagS\": -1"));
        files.computeIfPresent("control.json", (name, text) -> replaceFirst(text, "\"gain\": 0.5", "\"gain\": 99"));
        files.computeIfPresent("field.json", (name, text) -> replaceFirst(text, "\"ball\"", "\"bell\""));
        assertThat(findings(files))
                .extracting(Finding::file)
                .containsExactlyInAnyOrder("instruments.json", "control.json", "field.json");
    }

    @Test
    void missingFileIsNamed() {
        Map<String, String> files = files();
        files.remove("interlocks.json");
        assertThat(findings(files))
                .singleElement()
                .satisfies(finding -> assertThat(finding.in(Locale.ENGLISH)).contains("interlocks.json"));
    }

    private static String replaceFirst(String text, String right, String wrong) {
        int at = text.indexOf(right);
        return text.substring(0, at) + wrong + text.substring(at + right.length());
    }

    private static Optional<Double> limit(String tag, AlarmKind kind) {
        return PLANT.instruments().alarms().stream()
                .filter(alarm -> alarm.source().equals(tag) && alarm.kind() == kind)
                .map(AlarmDefinition::limit)
                .findFirst();
    }

    private static Map<String, String> files() {
        Map<String, String> files = new HashMap<>();
        for (String file : AutomationPack.FILES) {
            byte[] bytes = StrictJson.bytes(AutomationPack.class, "/org/openots/plants/ethanol-water-rig/" + file);
            files.put(file, new String(bytes, StandardCharsets.UTF_8));
        }
        return files;
    }

    private static List<Finding> findings(Map<String, String> files) {
        Findings findings = Findings.collecting();
        Optional<AutomationDefinition> read = AutomationPack.read(
                file -> Optional.ofNullable(files.get(file)).map(text -> text.getBytes(StandardCharsets.UTF_8)),
                findings);
        assertThat(read).isEmpty();
        return findings.all();
    }
}
