package org.openots.instructor.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.session.FaultOrder;
import org.openots.instructor.session.RunInput;
import org.openots.simulator.operation.Command;

/** Thirty incidents are {@code openots sim causes}; here two of them, and what a deed is. */
class CauseAnalysisTest {
    private static RunInput operated(long tick, String target, double value) {
        return new RunInput.Operated(new Command(tick, tick, target, "op", value, ""), false);
    }

    @Test
    void whatIsDoneToOneTargetWithoutAPauseIsOneDeed() {
        List<Deed> deeds = Deed.of(
                List.of(
                        operated(100, "FIC-701", 40),
                        operated(300, "LIC-702", 50),
                        operated(400, "FIC-701", 45),
                        new RunInput.Armed(500, new FaultOrder("k1", "A-F05", 1, 0, 0, "", 0)),
                        operated(2000, "FIC-701", 50)),
                0.1);
        assertThat(deeds)
                .extracting(deed -> deed.kind() + " " + deed.subject() + " " + deed.tick() + " "
                        + deed.inputs().size())
                .containsExactly(
                        "ACTION FIC-701 100 2", "ACTION LIC-702 300 1", "FAULT A-F05 500 1", "ACTION FIC-701 2000 1");
    }

    @Test
    void thePlantedCauseIsRankedFirst() {
        IncidentGenerator generator = new IncidentGenerator(new SuiteContent().load());
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        for (int i = 1; i <= 2; i++) {
            IncidentGenerator.Incident incident = generator.draw(random, i);
            assertThat(incident.innocent()).isGreaterThanOrEqualTo(5);
            List<Double> shares = new ArrayList<>();
            CauseAnalysis analysis =
                    CauseAnalysis.of(incident.run(), generator.tickSeconds(), shares::add, () -> false);
            assertThat(incident.planted())
                    .as("%s", analysis)
                    .contains(analysis.causes().get(0).deed().subject());
            assertThat(analysis.causes().get(0).weight()).isPositive();
            assertThat(shares).isSorted().last().isEqualTo(1.0);
            assertThat(incident.run().actual().stateHash())
                    .isEqualTo(incident.run().without(List.of()).stateHash());
        }
    }

    @Test
    void whoNoLongerWantsTheAnswerGetsWhatThereIs() {
        IncidentGenerator generator = new IncidentGenerator(new SuiteContent().load());
        IncidentGenerator.Incident incident =
                generator.draw(RandomGeneratorFactory.of("L64X128MixRandom").create(3), 1);
        assertThat(CauseAnalysis.of(incident.run(), generator.tickSeconds(), share -> {}, () -> true)
                        .causes())
                .isEmpty();
    }
}
