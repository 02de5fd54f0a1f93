package org.openots.simulator.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.simulator.automation.EveryFieldRun;
import org.openots.simulator.automation.RigRun;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.Refusal;

/** Locks keep valves, machines and switches where they are, whoever wants to move them. */
class LockoutTest {
    private static Optional<Refusal> order(RigRun run, String target, String verb, double value) {
        Optional<Refusal> refusal = run.order(target, verb, value);
        run.run(1);
        return refusal;
    }

    private static void refused(Optional<Refusal> refusal, AutomationError why, String tag) {
        assertThat(refusal).hasValueSatisfying(one -> {
            assertThat(one.code()).isEqualTo(why);
            assertThat(one.arguments()).contains(tag);
        });
    }

    @Test
    void aLockedValveStaysWhereItIs() {
        RigRun run = RigRun.normal();
        run.order("HV-714", "position", 0);
        run.run(3);
        double now = run.value("HV-714");
        assertThat(now).isBetween(50.0, 95.0);
        assertThat(order(run, "LOTO.HV-714", "lock", 0)).isEmpty();
        assertThat(run.value("LOTO.HV-714")).isEqualTo(2);
        assertThat(run.value("HV-714")).as("a lock ends its way").isEqualTo(now);
        refused(order(run, "HV-714", "position", 100), AutomationError.LOCKED_OUT, "HV-714");
        run.run(20);
        assertThat(run.value("HV-714")).isEqualTo(now);
        assertThat(order(run, "LOTO.HV-714", "unlock", 0)).isEmpty();
        assertThat(order(run, "HV-714", "position", 100)).isEmpty();
        run.run(20);
        assertThat(run.value("HV-714")).isEqualTo(100);
    }

    @Test
    void aTagOnlyWarns() {
        RigRun run = RigRun.normal();
        assertThat(order(run, "LOTO.HV-714", "tag", 0)).isEmpty();
        assertThat(run.value("LOTO.HV-714")).isEqualTo(1);
        assertThat(order(run, "HV-714", "position", 50)).isEmpty();
        assertThat(order(run, "LOTO.HV-714", "lock", 0)).isEmpty();
        assertThat(run.value("LOTO.HV-714")).isEqualTo(3);
        assertThat(order(run, "LOTO.HV-714", "untag", 0)).isEmpty();
        assertThat(run.value("LOTO.HV-714")).isEqualTo(2);
        refused(order(run, "LOTO.HV-714", "untag", 0), AutomationError.NOTHING_HANGS, "HV-714");
        refused(order(run, "LOTO.HV-714", "lock", 0), AutomationError.HANGS_ALREADY, "HV-714");
    }

    @Test
    void aMachineIsStoppedBeforeItIsLockedAndThenStartsFromNowhere() {
        RigRun run = RigRun.normal();
        refused(order(run, "LOTO.P-701", "lock", 0), AutomationError.LOCK_WHILE_ON, "P-701");
        assertThat(order(run, "P-701", "stop", 0)).isEmpty();
        assertThat(order(run, "LOTO.P-701", "lock", 0)).isEmpty();
        refused(order(run, "P-701", "start", 0), AutomationError.LOCKED_OUT, "P-701");
        refused(run.order("P-701", "start", 0, "local", false), AutomationError.LOCKED_OUT, "P-701");
        refused(run.order("P-701", "start", 0, "", true), AutomationError.LOCKED_OUT, "P-701");
        assertThat(run.value("P-701.PERMIT")).isZero();
        assertThat(order(run, "LOTO.P-701", "unlock", 0)).isEmpty();
        assertThat(run.value("P-701")).as("nothing comes back by itself").isZero();
        assertThat(order(run, "P-701", "start", 0)).isEmpty();
        assertThat(run.value("P-701")).isEqualTo(1);
    }

    @Test
    void aSwitchIsLockedOff() {
        RigRun run = RigRun.normal();
        refused(order(run, "LOTO.SW-702", "lock", 0), AutomationError.LOCK_WHILE_ON, "SW-702");
        assertThat(order(run, "SW-702", "off", 0)).isEmpty();
        assertThat(order(run, "LOTO.SW-702", "lock", 0)).isEmpty();
        refused(order(run, "SW-702", "on", 0), AutomationError.LOCKED_OUT, "SW-702");
        assertThat(run.system.operations()).doesNotContainKey("LOTO.ESD-701");
    }

    @Test
    void theFanThatAnInterlockWantsStaysOff() {
        RigRun run = RigRun.normal();
        assertThat(order(run, "LOTO.C-701", "lock", 0)).isEmpty();
        run.rig.hold("gas.A", 0.9);
        run.rig.hold("gas.B", 0.9);
        run.run(30);
        assertThat(run.value("C-701.FORCED")).as("an interlock wants it on").isPositive();
        assertThat(run.value("C-701")).isZero();
        assertThat(order(run, "LOTO.C-701", "unlock", 0)).isEmpty();
        assertThat(run.value("C-701")).as("the interlock still wants it").isEqualTo(1);
    }

    @Test
    void aLockedStandbyPumpDoesNotStart() {
        assertThat(standbyRuns(false)).isTrue();
        assertThat(standbyRuns(true)).isFalse();
    }

    /** Whether pump A, standing by, starts after pump B stopped. */
    private static boolean standbyRuns(boolean locked) {
        EveryFieldRun run = EveryFieldRun.powered();
        run.run(5);
        assertThat(run.order("GA-1B", "start", 0)).isEmpty();
        run.run(5);
        assertThat(run.order("GA-1A", "start", 0)).isEmpty();
        run.run(5);
        assertThat(run.order("GA-1B", "stop", 0)).isEmpty();
        assertThat(run.order("GA-1B", "standby", 1)).isEmpty();
        run.run(5);
        assertThat(run.value("GA-1B")).isZero();
        if (locked) {
            assertThat(run.order("LOTO.GA-1B", "lock", 0)).isEmpty();
        }
        run.system.impair("GA-1A", "unavailable", 1);
        run.run(30);
        return run.value("GA-1B") > 0.5;
    }

    @Test
    void locksAreSaved() {
        RigRun run = RigRun.normal();
        assertThat(order(run, "P-703", "stop", 0)).isEmpty();
        assertThat(order(run, "LOTO.P-703", "lock", 0)).isEmpty();
        assertThat(order(run, "LOTO.P-703", "tag", 0)).isEmpty();
        StateWriter writer = new StateWriter();
        run.system.save(writer);
        RigRun other = RigRun.normal();
        other.system.restore(new StateReader(writer.toByteArray()));
        assertThat(other.value("LOTO.P-703")).isEqualTo(3);
        refused(order(other, "P-703", "start", 0), AutomationError.LOCKED_OUT, "P-703");
    }

    @Test
    void refusalsAreSentencesInBothLanguages() {
        RigRun run = RigRun.normal();
        order(run, "LOTO.P-701", "lock", 0);
        assertThat(run.story()).contains("\"P-701\" is running or switched on and cannot be locked. Stop it");
        assertThat(run.events.get(run.events.size() - 1).text().in(Locale.SIMPLIFIED_CHINESE))
                .contains("P-701", "不能上锁");
    }
}
