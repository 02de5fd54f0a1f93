package org.openots.distillation.field3d.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.openots.distillation.field3d.scene.LeakPoint;
import org.openots.distillation.field3d.scene.Motion;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.Walkable;

class EffectStateTest {
    private final Scene scene = new Scene(
            "trial",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Walkable(List.of(), List.of(), List.of(), List.of(), List.of()),
            List.of(new LeakPoint("LP-1", new Vector3f(1, 0.8f, 2), new Vector3f(1, 0, 0), 0)),
            List.of(),
            List.of(),
            new Vector3f(),
            new Vector3f());
    private final EffectState state = new EffectState(scene);

    private void run(double seconds) {
        for (int i = 0; i < seconds * 60; i++) {
            state.step(1 / 60.0);
        }
    }

    @Test
    void aJetGrowsAndDies() {
        assertThat(state.accept(List.of(new Effect("LP-1", Effect.Kind.LIQUID, 2))))
                .isEmpty();
        state.step(1 / 60.0);
        assertThat(state.plumes()).singleElement().satisfies(plume -> {
            assertThat(plume.kind()).isEqualTo(Plume.Kind.SPRAY);
            assertThat(plume.size()).isBetween(0.01f, 0.1f);
        });
        run(3);
        assertThat(state.plumes().get(0).size()).isCloseTo(1, within(0.01f));
        assertThat(state.dangerNear(new Vector3f(3, 1, 2), 2.5)).isTrue();
        assertThat(state.dangerNear(new Vector3f(9, 1, 2), 2.5)).isFalse();
        state.accept(List.of());
        run(6);
        assertThat(state.plumes()).isEmpty();
    }

    @Test
    void tenLitresMakeAPoolOfEightTenthsOfAMetre() {
        state.accept(List.of(new Effect("LP-1", Effect.Kind.POOL, 0.01)));
        run(20);
        double radius = Math.sqrt(0.01 / (Math.PI * 0.005));
        assertThat(state.pools()).singleElement().satisfies(pool -> {
            assertThat(pool.radius()).isCloseTo((float) radius, within(0.01f));
            assertThat(pool.centre().y()).isZero();
        });
    }

    @Test
    void aFireBurnsOnTheFloorAndSmokes() {
        state.accept(List.of(new Effect("LP-1", Effect.Kind.FIRE, 3e6)));
        run(20);
        assertThat(state.plumes()).extracting(Plume::kind).containsExactly(Plume.Kind.FIRE, Plume.Kind.SMOKE);
        assertThat(state.plumes().get(0).from().y()).isZero();
        assertThat(state.plumes().get(1).from().y()).isGreaterThan(2);
        assertThat(state.plumes().get(1).direction().length()).isCloseTo(1, within(1e-6f));
    }

    @Test
    void namesPlacesItDoesNotKnow() {
        assertThat(state.accept(List.of(new Effect("LP-9", Effect.Kind.GAS, 1))))
                .containsExactly("LP-9");
    }

    @Test
    void aWheelFollowsItsSignalAndAShaftTurnsOn() {
        MotionState motion = new MotionState(List.of(
                new Motion(0, Motion.Kind.TURN, "HV-1", 0, 100, new Vector3f(0, 1, 0), 0, 10),
                new Motion(1, Motion.Kind.SPIN, "P-1.SPEED", 0, 100, new Vector3f(1, 0, 0), 0, 30)));
        Values values = signal -> signal.equals("HV-1") ? 25 : 100;
        float[] at = new float[2];
        for (int i = 0; i < 60; i++) {
            at = motion.step(1 / 60.0, values);
        }
        assertThat(at[0]).isCloseTo(2.5f, within(1e-6f));
        double turned = 30 % (2 * Math.PI);
        assertThat(at[1]).as("30 rad in a second, without full turns").isCloseTo((float) turned, within(1e-4f));
        assertThat(motion.step(1, signal -> Double.NaN)[1])
                .as("no news, no turn")
                .isEqualTo(at[1]);
    }

    @Test
    void otherPeopleFollowAndSwingTheirLegs() {
        People people = new People();
        people.accept(List.of(new People.Place("李四", new Vector3f(0, 0, 0), 0)));
        people.accept(List.of(new People.Place("李四", new Vector3f(1, 0, 0), 3.1)));
        for (int i = 0; i < 120; i++) {
            people.step(1 / 60.0);
        }
        assertThat(people.figures()).singleElement().satisfies(figure -> {
            assertThat(figure.foot().x()).isCloseTo(1, within(0.01f));
            assertThat(figure.yaw()).isCloseTo(3.1f, within(0.01f));
            assertThat(figure.stride()).isPositive();
        });
        people.accept(List.of(new People.Place("李四", new Vector3f(30, 5, 0), 0)));
        assertThat(people.figures().get(0).foot().x())
                .as("no sliding over the site")
                .isEqualTo(30);
        people.accept(List.of());
        assertThat(people.figures()).isEmpty();
    }

    @Test
    void locksAreWhatTheStationSaysAndClothesWhatOnePutOn() {
        assertThat(Hung.on(signal -> Double.NaN, "HV-1").any()).isFalse();
        assertThat(Hung.on(signal -> 0, "HV-1")).isEqualTo(new Hung(false, false));
        assertThat(Hung.on(signal -> signal.equals("LOTO.HV-1") ? 1 : 0, "HV-1"))
                .isEqualTo(new Hung(true, false));
        assertThat(Hung.on(signal -> 2, "HV-1")).isEqualTo(new Hung(false, true));
        assertThat(Hung.on(signal -> 3, "HV-1")).isEqualTo(new Hung(true, true));
        Values told = new Defects(signal -> signal.equals("LOTO.HV-1") ? 2 : 0);
        assertThat(told.on(Hung.LOCK + "HV-1")).isTrue();
        assertThat(told.on(Hung.TAG + "HV-1")).isFalse();
        assertThat(told.on(Hung.LOCK + "HV-2")).isFalse();
        FieldWork work = FieldWork.NOTHING;
        assertThat(work.dress("helmet").dress("goggles").wear().text()).isEqualTo("goggles,helmet");
        assertThat(work.dress("helmet").dress("helmet").worn()).isEmpty();
    }
}
