package org.openots.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.common.state.StateWriter;

/** A restored process goes on bit for bit, wherever it was saved. */
class ProcessStateTest {
    private static final int TICKS = 600;

    @Test
    void restoredInTheMiddleOfATransientItEndsInTheSameBytes() {
        Rig straight = transientStart();
        List<byte[]> saved = new ArrayList<>();
        List<Integer> at = new ArrayList<>();
        for (int tick = 0; tick < TICKS; tick++) {
            if (tick % 97 == 13) {
                saved.add(straight.save());
                at.add(tick);
            }
            drive(straight, tick);
        }
        byte[] end = straight.save();
        for (int k = 0; k < saved.size(); k++) {
            Rig restored = new Rig();
            restored.restore(saved.get(k));
            assertThat(restored.save()).as("saving again at tick %s", at.get(k)).isEqualTo(saved.get(k));
            for (int tick = at.get(k); tick < TICKS; tick++) {
                drive(restored, tick);
            }
            assertThat(restored.save()).as("saved at tick %s", at.get(k)).isEqualTo(end);
        }
        assertThat(straight.model().solverCounts().failures()).isZero();
    }

    @Test
    void anOldJacobianMadeUnderOtherInputsIsMadeAgain() {
        Rig straight = Rig.totalReflux();
        straight.run(3, 0.1);
        straight.set("HV-706", 0.3);
        straight.set("FV-705", 0.65);
        straight.run(0.5, 0.1);
        byte[] saved = straight.save();
        straight.run(4, 0.1);
        Rig restored = new Rig();
        restored.restore(saved);
        restored.run(4, 0.1);
        assertThat(restored.save()).isEqualTo(straight.save());
    }

    @Test
    void twoRunsOfTheSameOperationsAreTheSameBytes() {
        Rig one = transientStart();
        Rig two = transientStart();
        for (int tick = 0; tick < 200; tick++) {
            drive(one, tick);
            drive(two, tick);
        }
        assertThat(one.save()).isEqualTo(two.save());
    }

    private static Rig transientStart() {
        Rig rig = Rig.totalReflux();
        rig.trip();
        return rig;
    }

    /** A transient with jumps: power, cooling, reflux, vent. */
    private static void drive(Rig rig, int tick) {
        if (tick == 50) {
            rig.set("E-703", 0.6);
        }
        if (tick == 150) {
            rig.shut("FV-705");
        }
        if (tick == 250) {
            rig.set("P-702A", 0.7);
            rig.set("HV-713", 0.2);
        }
        if (tick == 400) {
            rig.set("FV-705", 0.9);
            rig.set("E-703", 0.2);
        }
        rig.step(0.1);
    }

    @Test
    void aStateOfAnotherPlantIsRefused() {
        ProcessModel other = new MiniPlant().build();
        StateWriter out = new StateWriter();
        other.save(out);
        Rig rig = new Rig();
        assertThatThrownBy(() -> rig.restore(out.toByteArray()))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(ProcessError.FOREIGN_STATE));
    }
}
