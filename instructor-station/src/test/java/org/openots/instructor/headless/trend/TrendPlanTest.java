package org.openots.instructor.headless.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.plant.PlantPack;

/** Plans of pictures: those of the suite, that of the page, and what they choose. */
class TrendPlanTest {
    private static final PlantPack PACK = PlantPack.shipped("debutanizer");
    private static final SignalTable TABLE = table(PACK);

    private static SignalTable table(PlantPack pack) {
        return new PlantEngine(pack, pack.initialCondition("cold"), 1).signals();
    }

    private static String example() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "data-formats", "trend-plan.md"));
        return page.substring(page.indexOf("```json") + 7, page.lastIndexOf("```"));
    }

    private static TrendPlan read(String json) {
        return TrendPlan.read(StrictJson.parse("plan.json", json, Findings.throwing()), TABLE);
    }

    @Test
    void exampleOfThePageIsRead() throws IOException {
        TrendPlan plan = read(example());
        assertThat(plan.panels()).hasSize(2);
        assertThat(plan.story("B-F15").orders()).containsExactly(new TrendPlan.Order(10, "FIC101", "sp", 12650));
        assertThat(plan.story("B-F01").minutes()).isEqualTo(30);
    }

    @Test
    void mistakesAreNamedWithTheirPlace() throws IOException {
        String example = example();
        assertThatThrownBy(() -> read(example.replace("\"PC101\"", "\"PC999\"")))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("/panels/0/also/0")
                .hasMessageContaining("PC999");
        assertThatThrownBy(() -> read(example.replace("\"PC101\"", "\"TC101\"")))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("/panels/0/unit");
        assertThatThrownBy(() -> read(example.replace("\"leastSpan\": 0.5", "\"leastSpan\": 0")))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("/panels/0/leastSpan");
    }

    @Test
    void plansOfTheSuiteAreRightAndThatOfPlantBKnowsTheFaultsOfTheCertificate() {
        for (String id : PlantPack.SHIPPED) {
            TrendPlan plan = TrendPlan.of(id, table(PlantPack.shipped(id)));
            assertThat(plan.story("cold-start").seen()).as(id).isPresent();
        }
        // the faults beyond number 20 were added for the hazard study, which has its own record of what they do
        List<String> expected = new ArrayList<>(List.of("cold-start"));
        IntStream.rangeClosed(1, 20).mapToObj("B-F%02d"::formatted).forEach(expected::add);
        assertThat(TrendPlan.of("debutanizer", TABLE).stories().keySet()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(PACK.faults().stream().map(FaultDefinition::id)).containsAll(expected.subList(1, expected.size()));
    }

    @Test
    void whatAStoryIsAboutComesFirst() {
        List<TrendPlan.Panel> panels =
                TrendPlan.of("debutanizer", TABLE).chosen(List.of("LC102", "R101"), false, TABLE);
        assertThat(panels.get(0).always()).containsExactly("LC102", "LC101", "LC103");
        assertThat(panels.get(1).always()).containsExactly("R101"); // in no panel of the plan
        assertThat(panels.get(2).always()).containsExactly("PC102");
        assertThat(TrendPlan.of("debutanizer", TABLE).chosen(List.of("LC102"), true, TABLE))
                .extracting(TrendPlan.Panel::always)
                .containsExactly(List.of("LC102"));
    }

    @Test
    void aPlantWithoutPlanShowsItsControllersSixToAPanel() {
        List<Signal> signals = new ArrayList<>();
        IntStream.rangeClosed(1, 8)
                .forEach(i -> List.of("", ".SP", ".OP")
                        .forEach(part -> signals.add(new Signal(
                                "FC" + i + part, part.equals(".OP") ? "%" : "kg/h", new LocalText("流量", "flow")))));
        SignalTable table = new SignalTable(signals);
        TrendPlan plan = TrendPlan.of("no-such-plant", table);
        assertThat(plan.panels()).extracting(TrendPlan.Panel::unit).containsExactly("kg/h", "%");
        List<String> all = List.of("FC1", "FC2", "FC3", "FC4", "FC5", "FC6", "FC7", "FC8");
        assertThat(plan.chosen(all, true, table))
                .extracting(p -> p.always().size())
                .containsExactly(6, 2);
        assertThat(plan.chosen(List.of(), false, table))
                .extracting(p -> p.always().size())
                .containsExactly(6, 6);
    }
}
