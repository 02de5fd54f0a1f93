package org.openots.distillation.field3d.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.openots.distillation.field3d.scene.Scene;

class BodyTest {
    /** Places are computed in double from float data; what a body rests against is met to that, m. */
    private static final double ROUNDING = 1e-4;

    private final Scene scene = TrialSite.scene();
    private final Ground ground = new Ground(scene.walk());
    private final Body body = new Body(ground);

    private void hold(Controls controls, int steps) {
        for (int i = 0; i < steps; i++) {
            body.step(controls);
        }
    }

    private void face(double x, double z) {
        body.lookAt(new Vector3f((float) x, (float) body.eyeY(), (float) z));
    }

    @Test
    void axesAreEastUpSouth() {
        body.put(0, 0, 10);
        face(0, 0);
        assertThat(body.yaw()).isCloseTo(0, within(1e-9));
        hold(Controls.walk(0), 60);
        assertThat(body.z()).as("north is -z").isLessThan(9);
        hold(new Controls(0, 1, false, false, false, 0, 0), 60);
        assertThat(body.x()).as("right of north is east").isGreaterThan(1);
        assertThat(body.camera(1).eye().y()).isCloseTo(1.65f, within(1e-3f));
    }

    @Test
    void stopsBeforeAWallAtTheWidthOfTheShoulders() {
        body.put(-3, 0, 0.5);
        face(-9, 0.5);
        hold(Controls.walk(0), 240);
        assertThat(body.x()).isCloseTo(-5 + 0.2 + Ground.RADIUS, within(ROUNDING));
        assertThat(body.z()).isCloseTo(0.5, within(0.01));
    }

    @Test
    void slidesAlongAWallAndAroundItsEnd() {
        body.put(-4.2, 0, 0);
        face(-5.2, 1);
        hold(Controls.walk(0), 480);
        assertThat(body.z()).as("slid past the end of the wall").isGreaterThan(4);
        assertThat(body.x()).as("and went on behind it").isLessThan(-5);
    }

    @Test
    void stepsOntoAPlinthButNotOntoThePumpOnIt() {
        body.put(0, 0, -3);
        face(0, -9);
        hold(Controls.walk(0), 300);
        assertThat(body.y()).isCloseTo(0.3, within(ROUNDING));
        assertThat(body.z()).isCloseTo(-5 + 0.2 + Ground.RADIUS, within(ROUNDING));
    }

    @Test
    void goesUpTheStairsAndDownAgain() {
        body.put(-1, 0, 0);
        face(5, 0);
        hold(Controls.walk(0), 200);
        assertThat(body.y()).isCloseTo(TrialSite.DECK, within(ROUNDING));
        assertThat(body.x()).isGreaterThan(4);
        face(-5, 0);
        hold(Controls.walk(0), 240);
        assertThat(body.y()).isCloseTo(0, within(ROUNDING));
    }

    @Test
    void neverLeavesAPlatformOverItsEdge() {
        for (int direction = 0; direction < 72; direction++) {
            body.put(6, TrialSite.DECK, 0);
            double angle = direction * Math.PI / 36;
            face(6 + 5 * Math.cos(angle), 5 * Math.sin(angle));
            for (int i = 0; i < 300; i++) {
                body.step(new Controls(1, direction % 3 - 1, true, false, false, 0.013f, 0));
                assertThat(body.y() >= TrialSite.DECK - ROUNDING
                                || onStairs()
                                || body.mode() != Body.Mode.WALKING
                                || body.y() < Ground.STEP)
                        .as("height %s at %s, %s", body.y(), body.x(), body.z())
                        .isTrue();
            }
        }
    }

    private boolean onStairs() {
        double height = (body.x() - 0.5) / 3.5 * TrialSite.DECK;
        return Math.abs(body.z()) < 0.5 && Math.abs(height - body.y()) < 0.1;
    }

    @Test
    void doesNotFallAtTheEdgeBesideTheStairs() {
        body.put(6, TrialSite.DECK, 0);
        face(6, -5);
        hold(new Controls(1, 0, true, false, false, 0, 0), 200);
        assertThat(body.y()).isCloseTo(TrialSite.DECK, within(ROUNDING));
        assertThat(body.z()).isCloseTo(-1.5 + Ground.EDGE, within(0.1));
    }

    @Test
    void climbsALadderByWalkingAtItAndComesBack() {
        body.put(6.4, TrialSite.DECK, 0);
        face(9, 0);
        int steps = 0;
        while (body.y() < TrialSite.RING || body.mode() != Body.Mode.WALKING) {
            body.step(Controls.walk(0));
            assertThat(steps++).as("steps to climb 2.5 m at 0.75 m/s").isLessThan(600);
        }
        assertThat(body.y()).isCloseTo(TrialSite.RING, within(ROUNDING));
        face(7.6, 0);
        body.step(new Controls(0, 0, false, false, true, 0, 0));
        assertThat(body.mode()).isEqualTo(Body.Mode.CLIMBING);
        steps = 0;
        while (body.mode() != Body.Mode.WALKING) {
            body.step(new Controls(-1, 0, false, false, false, 0, 0));
            assertThat(steps++).isLessThan(600);
        }
        assertThat(body.y()).isCloseTo(TrialSite.DECK, within(ROUNDING));
        hold(Controls.NONE, 30);
        assertThat(body.mode()).isEqualTo(Body.Mode.WALKING);
    }

    @Test
    void aLadderEnteredFromAboveWithTheForwardKeyHeldGoesDown() {
        Rungs ladder = ground.ladders().get(0);
        body.put(ladder.head().x() + 0.35, TrialSite.RING, ladder.head().z());
        face(ladder.x(), ladder.z());
        hold(Controls.walk(0), 600);
        assertThat(body.mode()).isEqualTo(Body.Mode.WALKING);
        assertThat(body.y()).as("came down and did not climb up again").isCloseTo(TrialSite.DECK, within(ROUNDING));
    }

    @Test
    void needsToCrouchUnderALowBlock() {
        body.put(-8, 0, 9);
        face(-8, 0);
        hold(Controls.walk(0), 120);
        assertThat(body.z()).as("stopped before it").isGreaterThan(7);
        body.put(-8, 0, 8.5);
        hold(new Controls(1, 0, false, true, false, 0, 0), 300);
        assertThat(body.z()).as("crept through").isLessThan(5);
        body.put(-8, 0, 6);
        hold(new Controls(0, 0, false, true, false, 0, 0), 60);
        hold(Controls.NONE, 60);
        assertThat(body.eyeY()).as("stays low, there is no room").isCloseTo(Ground.CROUCHED - 0.2, within(0.01));
    }

    @Test
    void ducksUnderAPipeByItselfAndStandsUpBehindIt() {
        body.put(8, 0, 11);
        face(8, 0);
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 240; i++) {
            body.step(Controls.walk(0));
            lowest = Math.min(lowest, body.eyeY());
        }
        assertThat(body.z()).as("passed").isLessThan(7.5);
        assertThat(lowest).isLessThan(Ground.DUCKED - 0.1);
        assertThat(body.eyeY()).as("upright again").isCloseTo(Ground.HEIGHT - 0.2, within(0.01));
    }

    @Test
    void theSameControlsLeadToTheSameBits() {
        double[] first = journey();
        assertThat(journey()).containsExactly(first);
    }

    private double[] journey() {
        Body one = new Body(ground);
        one.teleport(scene.views().get(0));
        for (int i = 0; i < 2000; i++) {
            one.step(new Controls(1, i % 7 == 0 ? 1 : 0, i % 200 > 100, false, false, (float) Math.sin(i) * 0.1f, 0));
        }
        return new double[] {one.x(), one.y(), one.z(), one.yaw(), one.stride(), one.eyeY()};
    }

    @Test
    void teleportsUnderTheEyeAndLooksAtTheTarget() {
        assertThat(body.teleport(scene.views().get(1))).isTrue();
        assertThat(body.y()).isCloseTo(TrialSite.DECK, within(ROUNDING));
        assertThat(body.yaw()).isCloseTo(-Math.PI / 2, within(0.01));
        assertThat(body.pitch()).isPositive();
    }

    @Test
    void anEyeInsideAVesselIsMovedBesideIt() {
        var inside = new org.openots.distillation.field3d.scene.View(
                "column", scene.views().get(0).name(), new Vector3f(9.6f, 1.6f, 0), new Vector3f(0, 1, 0), true);
        assertThat(body.teleport(inside)).isTrue();
        double away = Math.hypot(body.x() - 9.6, body.z());
        assertThat(away).isGreaterThanOrEqualTo(0.5 + Ground.RADIUS - ROUNDING);
        assertThat(body.y()).isCloseTo(0, within(ROUNDING));
    }
}
