package org.openots.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.simulator.alarm.AlarmState;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.plant.Layout;
import org.openots.simulator.plant.PlantPack;

/**
 * The pack of the ethanol-water column has everything that the teaching hazard study of this column speaks of: tags,
 * equipment, faults of its simulations and cause rows, with the recommended safeguards there but out of service.
 */
class EthanolColumnStudyTest {
    private static final PlantPack PACK = PlantPack.shipped("ethanol-water-column");
    private static final PlantEngine ENGINE = new PlantEngine(PACK, PACK.initialCondition("normal"), 1);
    private static final Set<String> EQUIPMENT =
            Set.of("vessel", "column", "exchanger", "pump", "relief", "shutoff_valve", "hand_valve", "control_valve");

    /** Lines of the study that begin with a word, split at blanks. */
    private static List<String[]> lines(String word) {
        try (InputStream in = EthanolColumnStudyTest.class.getResourceAsStream("plant-c-study.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> line.startsWith(word + " "))
                    .map(line -> line.split("\\s+", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String flowsheet() {
        return new String(
                PlantPack.shippedFiles(PACK.id()).read("flowsheet.json").orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void everyTagIsASignalOrIsDrawn() {
        Set<String> known = PACK.layout().findValuesAsText("en").stream()
                .flatMap(label -> Stream.of(label.split(" ", -1)))
                .collect(Collectors.toCollection(HashSet::new));
        PACK.layoutUses().stream().map(Layout.Use::name).forEach(known::add);
        ENGINE.signals().signals().forEach(signal -> known.add(signal.name()));
        List<String> tags = lines("tag").stream().map(w -> w[1]).toList();
        assertThat(tags).hasSize(75);
        assertThat(known).containsAll(tags);
    }

    @Test
    void everyPieceOfEquipmentIsInTheFlowsheet() {
        String flowsheet = flowsheet();
        List<String[]> pieces =
                lines("tag").stream().filter(w -> EQUIPMENT.contains(w[2])).toList();
        assertThat(pieces).hasSizeGreaterThan(25);
        assertThat(pieces).allSatisfy(w -> assertThat(flowsheet).contains(w[1]));
    }

    @Test
    void recommendedSafeguardsAreThereButOutOfService() {
        List<String> recommended = lines("tag").stream()
                .filter(w -> w[3].equals("recommended"))
                .map(w -> w[1])
                .toList();
        assertThat(recommended)
                .containsExactlyInAnyOrder(
                        "XV101", "PSV-102", "FALL104", "FALL106", "PAL105", "PT102", "LT102", "TI104");
        PlantEngine engine = new PlantEngine(PACK, PACK.initialCondition("normal"), 1);
        engine.step();
        for (String trip : List.of("IC-08", "IC-09", "IC-10")) {
            assertThat(engine.view().value(engine.signals().find(trip + ".BYPASS")))
                    .isEqualTo(1);
        }
        assertThat(engine.alarms())
                .filteredOn(alarm -> alarm.signal().equals("PI105.L"))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.state()).isEqualTo(AlarmState.OUT_OF_SERVICE));
        assertThat(PACK.initialCondition("normal").presets().getOrDefault("HV111", 0.0))
                .as("block valve of PSV-102")
                .isZero();
        Set<String> used = PACK.automation().interlocks().stream()
                .flatMap(interlock -> interlock.causes().stream())
                .map(cause -> cause.signal())
                .collect(Collectors.toSet());
        PACK.automation().control().controllers().forEach(loop -> used.add(loop.measurement()));
        assertThat(used).doesNotContain("PT102", "LT102", "TI104");
    }

    @Test
    void everySimulationNamesFaultsOfThePack() {
        assertThat(lines("deviation")).hasSize(34);
        assertThat(ids())
                .containsAll(lines("deviation").stream()
                        .flatMap(w -> Stream.of(w[2].split("\\+", -1)))
                        .toList());
    }

    @Test
    void everyCauseRowHasAFaultOrAReason() {
        Map<String, List<String>> faults = new TreeMap<>();
        PACK.faults()
                .forEach(f -> f.studyCauses()
                        .forEach(row -> faults.computeIfAbsent(row, k -> new ArrayList<>())
                                .add(f.id())));
        Map<String, String> reasons = new TreeMap<>();
        lines("cause").forEach(w -> reasons.put(w[1], w[w.length - 2].endsWith(";") ? w[w.length - 1] : ""));
        assertThat(reasons).hasSize(138);
        assertThat(reasons.keySet()).as("rows that faults claim").containsAll(faults.keySet());
        reasons.forEach((row, reason) ->
                assertThat(faults.containsKey(row)).as(row + " " + reason).isEqualTo(reason.isEmpty()));
        List<String> played = rows().filter(r -> r.faults().isEmpty())
                .map(SymptomTable.Row::name)
                .toList();
        reasons.forEach(
                (row, reason) -> assertThat(played.contains(row)).as(row).isEqualTo(reason.equals("command")));
        assertThat(reasons.values()).as("rows that physics cannot show").containsOnlyOnce("judgement");
    }

    static Stream<String> expectations() {
        return lines("expect").stream().map(w -> String.join(" ", w[1], w[2], w[3]));
    }

    /** What the study expects of a deviation is among what the table of symptoms proves of its faults. */
    @ParameterizedTest
    @MethodSource("expectations")
    void expectedEffectIsProvedByTheTableOfSymptoms(String expectation) {
        String[] words = expectation.split(" ", -1);
        String faults = lines("deviation").stream()
                .filter(w -> w[1].equals(words[0]))
                .map(w -> w[2])
                .findFirst()
                .orElseThrow();
        Set<String> wanted = Set.of(faults.split("\\+", -1));
        assertThat(rows().filter(r -> Set.copyOf(r.faults()).equals(wanted)).flatMap(r -> r.checks().stream()))
                .as(faults)
                .anyMatch(check -> shows(check, words[1], words[2]));
    }

    private static boolean shows(SymptomTable.Check check, String tag, String effect) {
        if (check instanceof SymptomTable.Order order) {
            int at = order.signals().indexOf(tag);
            return at >= 0 && effect.equals(order.up().get(at) ? "up" : "down");
        }
        SymptomTable.Value value = (SymptomTable.Value) check;
        return value.signal().equals(tag)
                && switch (effect) {
                    case "up" -> value.relative() && value.low() > 0;
                    case "down" -> value.relative() && value.high() < 0;
                    case "close" -> !value.relative() && value.high() <= 1;
                    default -> !value.relative() && value.low() == 0.5;
                };
    }

    private static Stream<SymptomTable.Row> rows() {
        return SymptomTable.read(EthanolColumnSymptomsTest.TABLE).stream();
    }

    private static List<String> ids() {
        return PACK.faults().stream().map(FaultDefinition::id).toList();
    }
}
