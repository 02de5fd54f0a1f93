package org.openots.instructor.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.instructor.session.FieldPose;
import org.openots.simulator.field.FieldEffect;
import org.openots.simulator.plant.PlantPack;

/** What is reached and seen from where in the plants that ship. */
class FieldSiteTest {
    private static final double EYES = 1.62;

    private final FieldSite rig =
            new FieldSite(PlantPack.shipped("ethanol-water-rig").plot().orElseThrow());

    /** Somebody standing at a place of the plan, on a floor. */
    private static FieldPose at(double east, double north, double floor) {
        return new FieldPose(east, floor + EYES, -north, 0, 0);
    }

    @Test
    void anArmReachesAThingOnItsFloor() {
        // the local panel of P-701 stands at (3.5, 5.75), 1.15 m above the floor
        assertThat(rig.distance("P-701", at(3.5, 4.9, 0)).orElseThrow().near()).isTrue();
        FieldSite.Distance far = rig.distance("P-701", at(3.5, 3.2, 0)).orElseThrow();
        assertThat(far.near()).isFalse();
        assertThat(far.metres()).isCloseTo(2.55, within(1e-9));
        assertThat(far.limit()).isEqualTo(2);
        // that of P-702A stands on the platform at 2.5 m: not reached from below it
        assertThat(rig.distance("P-702A", at(5.9, 3, 2.5)).orElseThrow().near()).isTrue();
        assertThat(rig.distance("P-702A", at(5.9, 3, 0)).orElseThrow().near()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "CHECK.CP-10, true",
        "PPE, true",
        "LOTO.P-701, true",
        "SAMPLE.S-TOP, true",
        "REPORT, true",
        "RADIO, false",
        "RECORD.LG-702, false",
        "FIC-701, false",
        "NOTHING, false"
    })
    void onlyWhatStandsInThePlantHasADistance(String target, boolean stands) {
        assertThat(rig.stands(target)).isEqualTo(stands);
        assertThat(rig.distance(target, at(3, 3, 0)).isPresent()).isEqualTo(stands);
    }

    @Test
    void aCheckPointIsJudgedByTheEye() {
        // CP-10 at (4.3, 0.4, 1.35)
        assertThat(rig.distance("CHECK.CP-10", at(4.3, 6, 0)).orElseThrow().near())
                .isTrue();
        assertThat(rig.distance("CHECK.CP-10", at(4.3, 7, 0)).orElseThrow().near())
                .isFalse();
    }

    @Test
    void whatIsFarIsNotSeen() {
        FieldPose entrance = at(1, 1, 0);
        FieldEffect leak = new FieldEffect("sump-drain", FieldEffect.Kind.LIQUID, 1);
        FieldEffect cloud = new FieldEffect("vent-roof", FieldEffect.Kind.GAS, 1);
        assertThat(rig.sees(leak, entrance)).isTrue();
        assertThat(rig.sees(leak, at(40, 6, 0))).isFalse();
        assertThat(rig.sees(cloud, at(40, 6, 0))).isTrue();
        assertThat(rig.sees(cloud, at(400, 6, 0))).isFalse();
        assertThat(rig.sees(new FieldEffect("nowhere", FieldEffect.Kind.GAS, 1), entrance))
                .isFalse();
        assertThat(rig.seesDefect("CP-10", at(4.3, 5, 0))).isTrue();
        assertThat(rig.seesDefect("CHECK.CP-10", at(4.3, 40, 0)))
                .as("from across a yard")
                .isTrue();
        assertThat(rig.seesDefect("CHECK.CP-10", at(4.3, 80, 0))).isFalse();
    }
}
