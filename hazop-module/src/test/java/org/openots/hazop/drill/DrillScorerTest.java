package org.openots.hazop.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openots.common.assessment.CommandRecord;
import org.openots.common.error.OtsException;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.hazop.plant.PlantNames;
import org.openots.simulator.alarm.AlarmChanged;
import org.openots.simulator.alarm.AlarmState;
import org.openots.simulator.automation.CommandApplied;
import org.openots.simulator.engine.EngineEvent;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.fault.FaultOrder;
import org.openots.simulator.operation.Command;
import org.openots.simulator.plant.PlantPack;

/** The incident note is compared with the run, and a safeguard with what the station recorded, on the running rig. */
class DrillScorerTest {
    private static final PlantNames RIG = PlantNames.of(PlantPack.shipped("ethanol-water-rig"));
    private static final double ONSET = 20;

    private final Drill drill = DrillLibrary.shipped().find("M1-A-S1").orElseThrow();
    private final PlantEngine engine = new PlantEngine(RIG.pack(), RIG.pack().initialCondition("normal"), 1);
    private final DrillScorer scorer = new DrillScorer(drill, engine.signals());
    private double firstAlarm = Double.NaN;

    /** Lets the cooling water fail and waits until the heating has tripped. */
    private void fail() {
        engine.arm(new FaultOrder(0, 1, "k1", "A-F01", 1, 0, ONSET, "", 0));
        scorer.observe(engine.view(), List.of(), DrillScorer.Seen.NOTHING);
        while (engine.time() < ONSET + 40) {
            engine.step();
            List<String> begun = new ArrayList<>();
            boolean alarm = false;
            for (EngineEvent event : engine.drainEvents()) {
                if (event instanceof EngineEvent.FaultChanged changed) {
                    begun.add(changed.status().order().fault());
                }
                alarm |= event instanceof EngineEvent.Automation automation
                        && automation.event() instanceof AlarmChanged changed
                        && changed.status().state() == AlarmState.UNACK;
            }
            if (alarm && Double.isNaN(firstAlarm)) {
                firstAlarm = engine.time();
            }
            scorer.observe(engine.view(), List.of(), new DrillScorer.Seen(begun, alarm));
        }
    }

    private void answer(String verb, double value, String text) {
        CommandRecord command =
                new CommandRecord(engine.tick(), engine.time(), DrillAnswers.TARGET, verb, value, text, true);
        scorer.observe(engine.view(), List.of(command), DrillScorer.Seen.NOTHING);
    }

    private int number(DrillPart part, String id) {
        return drill.offers().numberOf(part, id);
    }

    /** Plays a drill on a rig of its own: deviation named 30 s after the fault, then some operations, {@code at target verb value}. */
    private static DrillScorer play(String id, String deviation, double seconds, String... orders) {
        Drill played = DrillLibrary.shipped().find(id).orElseThrow();
        PlantEngine rig = new PlantEngine(RIG.pack(), RIG.pack().initialCondition("normal"), 1);
        String fault = played.cases().get(0).faults().get(0).fault();
        rig.arm(new FaultOrder(0, 1, "k1", fault, 1, 0, ONSET, "", 0));
        long sequence = 0;
        for (String order : orders) {
            String[] word = order.split(" ", -1);
            long tick = Math.round(
                    (ONSET + Double.parseDouble(word[0])) / RIG.pack().tickSeconds());
            rig.submit(new Command(tick, ++sequence, word[1], word[2], Double.parseDouble(word[3]), ""), false);
        }
        DrillScorer scored = new DrillScorer(played, rig.signals());
        scored.observe(rig.view(), List.of(), DrillScorer.Seen.NOTHING);
        boolean named = false;
        while (rig.time() < ONSET + seconds) {
            rig.step();
            List<String> begun = new ArrayList<>();
            List<CommandRecord> done = new ArrayList<>();
            for (EngineEvent event : rig.drainEvents()) {
                if (event instanceof EngineEvent.FaultChanged changed) {
                    begun.add(changed.status().order().fault());
                } else if (event instanceof EngineEvent.Automation automation
                        && automation.event() instanceof CommandApplied applied) {
                    Command one = applied.command();
                    done.add(
                            new CommandRecord(rig.tick(), rig.time(), one.target(), one.verb(), one.value(), "", true));
                }
            }
            if (!named && rig.time() > ONSET + 30) {
                int number = played.offers().numberOf(DrillPart.DEVIATION, deviation);
                done.add(new CommandRecord(rig.tick(), rig.time(), DrillAnswers.TARGET, "deviation", number, "", true));
                named = true;
            }
            scored.observe(rig.view(), done, new DrillScorer.Seen(begun, false));
        }
        scored.close();
        return scored;
    }

    private static double earned(DrillScorer scored, DrillPart part) {
        Map<DrillPart, Double> earned = scored.score().parts().stream()
                .collect(Collectors.toMap(DrillScore.Part::part, DrillScore.Part::earned));
        return earned.getOrDefault(part, Double.NaN);
    }

    @Test
    void theFieldsOfTheNoteAreComparedWithWhatHappened() {
        fail();
        answer("alarm-time", firstAlarm + 29, "");
        answer("tripped", number(DrillPart.TRIPPED, "I-03"), "");
        answer("done", number(DrillPart.DONE, "running"), "");
        answer("state", number(DrillPart.STATE, "tripped"), "");
        answer("note", 0, "冷却水断了");
        assertThat(earned(scorer, DrillPart.ALARM_TIME)).isEqualTo(2);
        assertThat(earned(scorer, DrillPart.TRIPPED)).isEqualTo(2);
        assertThat(earned(scorer, DrillPart.DONE)).isEqualTo(2);
        assertThat(earned(scorer, DrillPart.STATE)).isEqualTo(2);
        assertThat(scorer.score().written().note()).isEqualTo("冷却水断了");
        // a wrong interlock takes the point of a right one, and a time that is too far off counts nothing
        answer("tripped", number(DrillPart.TRIPPED, "I-10"), "");
        answer("alarm-time", firstAlarm + 31, "");
        answer("done", number(DrillPart.DONE, "stopped"), "");
        answer("state", number(DrillPart.STATE, "within"), "");
        for (DrillPart part : List.of(DrillPart.TRIPPED, DrillPart.ALARM_TIME, DrillPart.DONE, DrillPart.STATE)) {
            assertThat(earned(scorer, part)).as(part.word()).isZero();
        }
        assertThat(scorer.score().parts())
                .filteredOn(part -> part.part() == DrillPart.TRIPPED)
                .allSatisfy(part -> assertThat(part.reason().zh()).contains("I-03 断冷却水保护"));
    }

    @Test
    void aSafeguardCountsOnceItWasPlayedAndTheDiagnosisStandsThen() {
        fail();
        int guard = number(DrillPart.SAFEGUARD, "g-i03");
        answer("safeguard", guard, "");
        answer("cause", number(DrillPart.CAUSE, "water"), "");
        answer("limit", number(DrillPart.LIMIT, "i06"), "");
        assertThat(earned(scorer, DrillPart.SAFEGUARD)).isZero();
        assertThat(earned(scorer, DrillPart.LIMIT)).isZero();
        int pressure = number(DrillPart.LIMIT, "pi702-h");
        int trip = number(DrillPart.LIMIT, "i06");
        TrialRecord record =
                new TrialRecord(new TreeSet<>(List.of(pressure, trip)), new TreeSet<>(List.of(trip)), "ab12");
        answer(DrillAnswers.TRIAL, guard, record.text());
        assertThat(earned(scorer, DrillPart.SAFEGUARD)).isEqualTo(4);
        assertThat(earned(scorer, DrillPart.LIMIT)).isEqualTo(2);
        answer("limit", pressure, "");
        assertThat(earned(scorer, DrillPart.LIMIT)).isEqualTo(4);
        // one cause of two is named; the other comes too late
        answer("cause", number(DrillPart.CAUSE, "p702a"), "");
        assertThat(earned(scorer, DrillPart.CAUSE)).isEqualTo(10);
        // another safeguard was not played
        answer("safeguard", number(DrillPart.SAFEGUARD, "g-i10"), "");
        assertThat(earned(scorer, DrillPart.LIMIT)).isZero();
    }

    @Test
    void anotherWayThatEndsWellCountsAndStepsThatLoseTheRefluxDoNot() {
        // the drain instead of the bypass, the feed left alone, the controller left in automatic
        DrillScorer drained = play("M1-A-I2", "sump-high", 280, "60 HV-704 position 8");
        assertThat(earned(drained, DrillPart.SEQUENCE)).isEqualTo(36, within(0.1));
        assertThat(earned(drained, DrillPart.TIME)).isEqualTo(20);
        // the product is stopped and the reflux, in ratio, with it
        DrillScorer dry = play("M1-A-I3", "feed-no", 200, "60 P-703 stop 0");
        assertThat(earned(dry, DrillPart.SEQUENCE)).isEqualTo(8, within(0.1));
        assertThat(earned(dry, DrillPart.TIME)).isEqualTo(8, within(0.1));
    }

    @Test
    void aScorerGoesOnFromWhatItSaved() {
        fail();
        answer("alarm-time", firstAlarm, "");
        answer("tripped", number(DrillPart.TRIPPED, "I-03"), "");
        answer(DrillAnswers.TRIAL, 2, new TrialRecord(new TreeSet<>(List.of(2)), new TreeSet<>(), "ab12").text());
        StateWriter state = new StateWriter();
        scorer.save(state);
        DrillScorer other = new DrillScorer(drill, engine.signals());
        StateReader reader = new StateReader(state.toByteArray());
        other.restore(engine.view(), reader);
        reader.end();
        assertThat(other.score().total()).isEqualTo(scorer.score().total(), within(0.0));
        assertThat(earned(other, DrillPart.TRIPPED)).isEqualTo(2);
        assertThat(other.score().written().played()).containsExactly(2);
    }

    @Test
    void onlyTheStationTellsWhatWasRecorded() {
        DrillAnswers.check(DrillAnswers.TRIAL, 1, true);
        assertThatThrownBy(() -> DrillAnswers.check(DrillAnswers.TRIAL, 1, false))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("OTS-DRILL-009");
        DrillAnswers.check("alarm-time", 0, false);
        assertThatThrownBy(() -> DrillAnswers.check("alarm-time", -1, false)).hasMessageContaining("OTS-DRILL-009");
    }
}
