package org.openots.instructor.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.session.FaultOrder;
import org.openots.instructor.session.RunInput;
import org.openots.instructor.session.RunWhatIf;
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
            CauseAnalysis analysis = CauseAnalysis.of(
                    incident.run(),
                    generator.tickSeconds(),
                    CauseAnalysis.Wish.CAUSES_AND_TIMES,
                    shares::add,
                    () -> false);
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
    void whatBeginsAtAnotherDeedEndsAsIfPlayedFromTheStart() {
        IncidentGenerator generator = new IncidentGenerator(new SuiteContent().load());
        IncidentGenerator.Incident incident =
                generator.draw(RandomGeneratorFactory.of("L64X128MixRandom").create(7), 1);
        RunWhatIf run = incident.run();
        List<RunInput> last = Deed.of(run.inputs(), generator.tickSeconds()).stream()
                .filter(deed -> deed.subject().equals(incident.planted().get(0)))
                .findFirst()
                .orElseThrow()
                .inputs();
        RunWhatIf.Outcome actual = run.actual();
        RunWhatIf.Outcome without = run.without(last);
        RunWhatIf.Outcome earlier = run.shifted(last, -100);
        RunWhatIf.Outcome alone = run.only(last);
        run.rest();
        assertThat(run.without(List.of())).isEqualTo(actual);
        assertThat(run.without(last)).isEqualTo(without);
        assertThat(run.shifted(last, -100)).isEqualTo(earlier);
        assertThat(run.only(last)).isEqualTo(alone);
        assertThat(earlier.stateHash()).isNotEqualTo(actual.stateHash());
    }

    /** A valve is closed by mistake at 100 s and opened again at 470 s, half a minute after its trip. */
    @Test
    void anAnswerThatCameTooLateIsFoundWithTheTimeThatWouldHaveDone() {
        StationContent content = new SuiteContent().load();
        RunWhatIf drawn = new IncidentGenerator(content)
                .draw(RandomGeneratorFactory.of("L64X128MixRandom").create(3), 1)
                .run();
        List<RunInput> inputs = List.of(valve(1000, 1, 0), valve(4700, 2, 100));
        RunWhatIf run = new RunWhatIf(drawn.spec(), inputs, 9000, content.engines(), content.scorers());
        CauseAnalysis analysis =
                CauseAnalysis.of(run, 0.1, CauseAnalysis.Wish.CAUSES_AND_TIMES, share -> {}, () -> false);
        assertThat(analysis.harm().trips()).isEqualTo(1);
        Deed late = Deed.of(inputs, 0.1).get(1);
        CauseAnalysis.Shifted best = analysis.best(late).orElseThrow();
        assertThat(best.ticks()).isNegative();
        assertThat(best.then().trips()).isZero();
        assertThat(analysis.shifts())
                .filteredOn(one -> one.deed().equals(late) && one.seconds() == -60)
                .singleElement()
                .satisfies(one -> assertThat(one.then().trips()).isZero());
        assertThat(analysis.shifts())
                .filteredOn(one -> one.deed().equals(late) && one.ticks() > 0)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.then().trips()).isEqualTo(1));
    }

    private static RunInput valve(long tick, long sequence, double position) {
        return new RunInput.Operated(new Command(tick, sequence, "HV-712", "position", position, ""), false);
    }

    @Test
    void nothingIsMovedBeforeItsCauseOrPastItsNeighbours() {
        RunInput.Armed fault = new RunInput.Armed(3000, new FaultOrder("k1", "A-F05", 1, 0, 10, "", 0));
        List<RunInput> inputs = List.of(
                operated(1000, "FIC-701", 40),
                fault,
                operated(4000, "FIC-701", 45),
                operated(4900, "LIC-702", 50),
                new RunInput.Withdrawn(5000, "k1"),
                operated(6000, "FIC-701", 50));
        List<Deed> deeds = Deed.of(inputs, 0.1);
        OtherTimes times = new OtherTimes(deeds, inputs, 9000, 0.1);
        assertThat(deeds)
                .extracting(deed -> deed.subject() + " " + deed.tick() + " " + times.of(deed))
                .containsExactly(
                        "FIC-701 1000 [-600, 600, 1200]",
                        "A-F05 3100 [-600, -1200, -3000, 600, 1200]",
                        "FIC-701 4000 [-600, 600, 1200]",
                        "LIC-702 4900 [-600, -1200, 600, 1200, 3000]",
                        "FIC-701 6000 [-600, -1200, 600, 1200]");
        assertThat(fault.shifted(-50, 0.1))
                .isEqualTo(new RunInput.Armed(3000, new FaultOrder("k1", "A-F05", 1, 0, 5, "", 0)));
        assertThat(fault.shifted(-600, 0.1))
                .isEqualTo(new RunInput.Armed(2500, new FaultOrder("k1", "A-F05", 1, 0, 0, "", 0)));
        assertThat(operated(20, "FIC-701", 40).shifted(-600, 0.1).tick()).isZero();
    }

    @Test
    void whoNoLongerWantsTheAnswerGetsWhatThereIs() {
        IncidentGenerator generator = new IncidentGenerator(new SuiteContent().load());
        IncidentGenerator.Incident incident =
                generator.draw(RandomGeneratorFactory.of("L64X128MixRandom").create(3), 1);
        assertThat(CauseAnalysis.of(
                                incident.run(),
                                generator.tickSeconds(),
                                CauseAnalysis.Wish.CAUSES,
                                share -> {},
                                () -> true)
                        .causes())
                .isEmpty();
    }
}
