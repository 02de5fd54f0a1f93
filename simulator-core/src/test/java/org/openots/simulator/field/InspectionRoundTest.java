package org.openots.simulator.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.error.OtsException;
import org.openots.common.signal.Signal;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.simulator.automation.AutomationPack;
import org.openots.simulator.automation.RigRun;

/** The inspection round: defects drawn by the seed or injected, reports, and what rubrics can count of them. */
class InspectionRoundTest {
    private static RigRun run(long seed, int defects) {
        RigRun run = new RigRun(seed);
        run.system.preset(InspectionRound.DEFECTS, defects);
        run.system.begin();
        run.tick();
        return run;
    }

    private static void report(RigRun run, String point, String defect) {
        assertThat(run.order("CHECK." + point, "report", 0, defect, false)).isEmpty();
        run.tick();
    }

    @Test
    void theSeedDrawsTheDefectsAndNothingElseDoes() {
        Set<List<VisibleDefect>> draws = new HashSet<>();
        for (long seed = 1; seed <= 20; seed++) {
            List<VisibleDefect> drawn = run(seed, 5).system.visibleDefects();
            assertThat(drawn).hasSize(5).isEqualTo(run(seed, 5).system.visibleDefects());
            assertThat(drawn).extracting(VisibleDefect::point).doesNotHaveDuplicates();
            draws.add(drawn);
        }
        assertThat(draws).hasSizeGreaterThan(15);
    }

    @Test
    void aDefectIsOnlyWhereItCanBeSeen() {
        List<CheckItem> items =
                AutomationPack.builtIn("ethanol-water-rig").field().checks();
        for (long seed = 1; seed <= 20; seed++) {
            for (VisibleDefect one : run(seed, items.size()).system.visibleDefects()) {
                assertThat(items)
                        .filteredOn(item -> item.id().equals(one.point()))
                        .allMatch(item -> item.defects().contains(one.defect()));
            }
        }
        assertThatThrownBy(() -> run(1, items.size() + 1)).isInstanceOf(OtsException.class);
    }

    @Test
    void withoutThePresetThereIsNone() {
        RigRun run = RigRun.normal();
        run.tick();
        assertThat(run.system.visibleDefects()).isEmpty();
        assertThat(run.value("HIDDEN.CHECK.DEFECTS")).isZero();
        assertThat(run.value("CHECK.CP-01.REPORT")).isNaN();
    }

    @Test
    void aRightReportCountsOnceAndEveryWrongOneCounts() {
        RigRun run = run(3, 1);
        VisibleDefect there = run.system.visibleDefects().get(0);
        String wrong = there.defect() == InspectionDefect.OIL ? "noise" : "oil";
        assertThat(run.value("HIDDEN.CHECK." + there.point()))
                .isEqualTo(there.defect().code());
        report(run, there.point(), "");
        report(run, there.point(), wrong);
        report(run, there.point(), wrong);
        assertThat(run.value("HIDDEN.CHECK.WRONG"))
                .as("the same twice counts once")
                .isEqualTo(2);
        assertThat(run.value("HIDDEN.CHECK.RIGHT")).isZero();
        report(run, there.point(), there.defect().id());
        report(run, there.point(), there.defect().id());
        assertThat(run.value("HIDDEN.CHECK.FOUND")).isEqualTo(1);
        assertThat(run.value("CHECK." + there.point() + ".REPORT"))
                .isEqualTo(there.defect().code());
        String sound = there.point().equals("CP-01") ? "CP-02" : "CP-01";
        report(run, sound, "");
        assertThat(run.value("HIDDEN.CHECK.RIGHT")).as("normal is right too").isEqualTo(2);
        assertThat(run.value("HIDDEN.CHECK.FOUND")).isEqualTo(1);
        assertThat(run.value("CHECK." + sound)).as("a report is an inspection").isEqualTo(1);
        assertThat(run.value("CHECK.COUNT")).isEqualTo(2);
        assertThat(run.value("HIDDEN.CHECK.WRONG")).isEqualTo(2);
    }

    @Test
    void aFaultPutsADefectThereAndTakesItAway() {
        RigRun run = RigRun.normal();
        report(run, "CP-07", "");
        run.system.impair("CHECK.CP-07", "oil", 1);
        run.tick();
        assertThat(run.system.visibleDefects()).containsExactly(new VisibleDefect("CP-07", InspectionDefect.OIL));
        assertThat(run.value("HIDDEN.CHECK.WRONG")).as("it was normal then").isZero();
        report(run, "CP-07", "");
        assertThat(run.value("HIDDEN.CHECK.WRONG")).as("it is not normal now").isEqualTo(1);
        run.system.clear("CHECK.CP-07", "oil");
        run.tick();
        assertThat(run.system.visibleDefects()).isEmpty();
        assertThatThrownBy(() -> run.system.impair("CHECK.CP-07", "blind", 1)).isInstanceOf(OtsException.class);
    }

    @Test
    void itIsSaved() {
        RigRun run = run(3, 2);
        report(run, "CP-01", "blind");
        run.system.impair("CHECK.CP-07", "oil", 1);
        run.tick();
        StateWriter writer = new StateWriter();
        run.system.save(writer);
        RigRun other = run(4, 0);
        other.system.restore(new StateReader(writer.toByteArray()));
        other.rig.copy(run.rig);
        run.tick();
        other.tick();
        assertThat(other.hash()).isEqualTo(run.hash());
        assertThat(other.system.visibleDefects()).isEqualTo(run.system.visibleDefects());
    }

    @Test
    void aDefectNobodyKnowsIsNamedWithThoseThereAre() {
        RigRun run = RigRun.normal();
        assertThatThrownBy(() -> report(run, "CP-01", "rust")).isInstanceOfSatisfying(OtsException.class, e -> {
            assertThat(e.messageIn(Locale.ENGLISH)).contains("CHECK.CP-01", "rust", "earthing");
            assertThat(e.messageIn(Locale.SIMPLIFIED_CHINESE)).contains("rust", "没有这种缺陷");
        });
        assertThatThrownBy(() -> run.order("CHECK.CP-01", "inspect", 0, "oil", false))
                .isInstanceOf(OtsException.class);
        assertThat(run.value("CHECK.COUNT")).isZero();
    }

    /** One that was left in and one that is missing are two things: a report of the wrong one is wrong. */
    @Test
    void aMissingBlindIsNotABlindLeftIn() {
        RigRun run = RigRun.normal();
        run.system.impair("CHECK.CP-02", "no-blind", 1);
        run.tick();
        assertThat(run.value("HIDDEN.CHECK.CP-02")).isEqualTo(13);
        report(run, "CP-02", "blind");
        assertThat(run.value("HIDDEN.CHECK.WRONG")).isEqualTo(1);
        assertThat(run.value("HIDDEN.CHECK.FOUND")).isZero();
        report(run, "CP-02", "no-blind");
        assertThat(run.value("HIDDEN.CHECK.FOUND")).isEqualTo(1);
        assertThat(run.value("CHECK.CP-02.REPORT")).isEqualTo(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ethanol-water-rig", "debutanizer", "ethanol-water-column"})
    void everyPointOfThePlantsCanHaveADefect(String plant) {
        List<CheckItem> items = AutomationPack.builtIn(plant).field().checks();
        assertThat(items)
                .hasSizeGreaterThanOrEqualTo(10)
                .noneMatch(item -> item.defects().isEmpty());
        assertThat(items).extracting(CheckItem::defects).doesNotHaveDuplicates();
    }

    @Test
    void whatTellsTooMuchIsHidden() {
        List<Signal> signals = RigRun.cold().system.signals().signals();
        assertThat(signals)
                .filteredOn(Signal::hidden)
                .extracting(Signal::name)
                .contains("HIDDEN.CHECK.CP-01", "HIDDEN.CHECK.DEFECTS", "HIDDEN.CHECK.FOUND")
                .contains("HIDDEN.CHECK.RIGHT", "HIDDEN.CHECK.WRONG");
        assertThat(signals).extracting(Signal::name).doesNotContain(InspectionRound.DEFECTS);
    }
}
