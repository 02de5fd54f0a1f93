package org.openots.distillation.field3d.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.junit.jupiter.api.Test;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.ShippedPlant;

class ReachTest {
    private final Scene scene = TrialSite.scene();
    private final Ground ground = new Ground(scene.walk());
    private final Reach reach = new Reach(scene, ground);
    private final Body body = new Body(ground);

    private void stand(double x, double y, double z, Vector3fc target) {
        body.put(x, y, z);
        body.lookAt(target);
    }

    private Vector3fc handle(int item) {
        return scene.items().get(item).handle();
    }

    @Test
    void picksTheValveAndNotThePumpBehindIt() {
        stand(0.9, 0, -2, handle(0));
        assertThat(reach.pick(body)).isZero();
        stand(-0.3, 0, -2, new Vector3f(-0.3f, 0.6f, -5));
        assertThat(reach.pick(body)).as("beside the valve the pump itself").isEqualTo(4);
    }

    @Test
    void aWallHidesWhatIsBehindIt() {
        stand(-3, 0, 1, handle(2));
        assertThat(reach.pick(body)).as("the gauge on this side").isEqualTo(1);
        stand(-4, 0, 1, new Vector3f(-5.3f, 1.5f, 0.6f));
        assertThat(reach.pick(body)).as("nothing but the wall").isEqualTo(-1);
    }

    @Test
    void anArmIsShorterThanASight() {
        stand(0.9, 0, -3.4, handle(0));
        assertThat(reach.reaches(body, 0)).isTrue();
        stand(0.9, 0, -2.6, handle(0));
        assertThat(reach.reaches(body, 0)).isFalse();
        assertThat(reach.uses(body, 0)).isFalse();
        stand(-2.4, 0, 1, handle(1));
        assertThat(reach.reaches(body, 1)).isFalse();
        assertThat(reach.uses(body, 1)).as("a gauge is read from two metres").isTrue();
        assertThat(reach.uses(body, 2)).as("but not through the wall").isFalse();
    }

    @Test
    void aPanelIsUsedFromItsFrontOnly() {
        Scene rig = ShippedPlant.of("ethanol-water-rig").scene();
        Ground floor = new Ground(rig.walk());
        Reach arm = new Reach(rig, floor);
        Body operator = new Body(floor);
        int panel = 0;
        while (!rig.items().get(panel).tag().equals("P-701")
                || rig.items().get(panel).kind() != Item.Kind.LOCAL_PANEL) {
            panel++;
        }
        Vector3fc at = rig.items().get(panel).handle();
        Vector3fc front = rig.items().get(panel).facing();
        for (double metres : new double[] {0.6, -0.6}) {
            operator.put(at.x() + metres * front.x(), 0, at.z() + metres * front.z());
            operator.lookAt(at);
            assertThat(arm.uses(operator, panel)).as("%s m before it", metres).isEqualTo(metres > 0);
            assertThat(arm.around(operator).contains(panel))
                    .as("with the key for the next thing")
                    .isEqualTo(metres > 0);
        }
    }

    @Test
    void tabGoesRoundAllThatIsInReachInAnOrderThatDoesNotDependOnTheView() {
        stand(-4.2, 0, 1, new Vector3f(0, 1, 1));
        var before = reach.around(body);
        stand(-4.2, 0, 1, handle(1));
        assertThat(reach.around(body)).isEqualTo(before).containsExactly(1);
        assertThat(reach.next(body, -1, false)).isEqualTo(1);
        assertThat(reach.next(body, 1, true)).isEqualTo(1);
        stand(-9, 0, -9, new Vector3f(0, 1, 0));
        assertThat(reach.next(body, -1, false)).as("nothing in reach").isEqualTo(-1);
    }

    @Test
    void aSlimPipeHidesNothing() {
        stand(8, 0, 10, new Vector3f(8, 1.6f, 6));
        double[] from = {8, 1.6, 10};
        double[] north = {0, 0, -1};
        assertThat(ground.sight(from, north, 4))
                .as("past the pipe at head height")
                .isEqualTo(4);
        double[] column = {9.6, 1.6, 4};
        assertThat(ground.sight(column, north, 9))
                .as("but not through the column")
                .isCloseTo(3.5, within(1e-6));
    }
}
