package org.openots.distillation.field3d.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.Walkable;

class RouteTest {
    private final Scene scene = TrialSite.scene();
    private final Ground ground = new Ground(scene.walk());
    private final RouteFinder finder = new RouteFinder(scene, ground);

    private Body follow(Vector3f from, Route route) {
        Body body = new Body(ground);
        body.put(from.x, from.y, from.z);
        RobotWalker walker = new RobotWalker(route);
        int steps = 0;
        while (!walker.arrived()) {
            body.step(walker.next(body));
            assertThat(walker.stuck())
                    .as("stuck at %s, %s, %s", body.x(), body.y(), body.z())
                    .isFalse();
            assertThat(steps++).isLessThan(6000);
        }
        return body;
    }

    @Test
    void walksAroundAWall() {
        Vector3f from = new Vector3f(-7, 0, 0);
        Route route = finder.between(from, new Vector3f(-3, 0, 0)).orElseThrow();
        assertThat(route.metres()).as("the wall is 8 m long").isBetween(9.0, 12.0);
        assertThat(route.legs()).as("corners are cut").hasSizeLessThan(8);
        Body body = follow(from, route);
        assertThat(body.x()).isCloseTo(-3, within(0.3));
    }

    @Test
    void usesStairsAndALadderAndComesBack() {
        Vector3f gate = new Vector3f(0, 0, 8);
        Vector3f ring = new Vector3f(9.6f, TrialSite.RING, 1);
        Route up = finder.between(gate, ring).orElseThrow();
        assertThat(up.legs()).anyMatch(Route.Climb.class::isInstance);
        Body body = follow(gate, up);
        assertThat(body.y()).isCloseTo(TrialSite.RING, within(0.01));
        Vector3f at = new Vector3f((float) body.x(), (float) body.y(), (float) body.z());
        body = follow(at, finder.between(at, gate).orElseThrow());
        assertThat(body.y()).isCloseTo(0, within(0.01));
    }

    @Test
    void leadsToWhereAnItemIsInReach() {
        Reach reach = new Reach(scene, ground);
        for (int item : List.of(0, 1, 2, 3)) {
            Vector3f gate = new Vector3f(0, 0, 8);
            Body body = follow(gate, finder.toItem(gate, item).orElseThrow());
            assertThat(reach.uses(body, item)).as(scene.items().get(item).tag()).isTrue();
        }
    }

    @Test
    void theAuditFindsNothingAtTheTrialSite() {
        assertThat(WalkAudit.of(scene)).isEmpty();
    }

    @Test
    void theAuditNamesAFloorThatNothingLeadsTo() {
        Scene more = TrialSite.scene(List.of(new Walkable.Floor(new Vector3f(-8, 4, -8), 1, 1, 0, 0, false)));
        assertThat(WalkAudit.of(more)).singleElement().satisfies(finding -> {
            assertThat(finding.en()).contains("floor 3").contains("-8.0 E, 8.0 N, 4.0 m");
            assertThat(finding.zh()).contains("平台 3");
        });
    }

    @Test
    void thereIsNoWayToAPlaceOutsideTheSite() {
        assertThat(finder.between(new Vector3f(0, 0, 8), new Vector3f(90, 0, 0)))
                .isEmpty();
    }

    @Test
    void theArrowLeadsUpTheStairsAndTheLadderToTheValve() {
        Guidance guidance = new Guidance(finder);
        Body body = new Body(ground);
        body.put(0, 0, 8);
        body.lookAt(new Vector3f(0, 1.6f, 0));
        Guidance.Arrow first = guidance.toward(body, 3).orElseThrow();
        assertThat(first.metres()).isBetween(15.0, 35.0);
        assertThat(Math.abs(first.turn())).as("about straight ahead").isLessThan(0.7);
        body.lookAt(new Vector3f(-8, 1.6f, 8));
        double turned = guidance.toward(body, 3).orElseThrow().turn();
        assertThat(turned - first.turn())
                .as("looking west it lies to the right")
                .isCloseTo(Math.PI / 2, within(0.05));
        Vector3f gate = new Vector3f(0, 0, 8);
        RobotWalker walker = new RobotWalker(finder.toItem(gate, 3).orElseThrow());
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 6000 && !walker.arrived(); i++) {
            body.step(walker.next(body));
            double left = guidance.toward(body, 3).map(Guidance.Arrow::metres).orElse(0.0);
            assertThat(left).as("the way becomes shorter").isLessThan(last + 1.5);
            last = left;
        }
        assertThat(guidance.toward(body, 3)).as("arrived").isEmpty();
        assertThat(guidance.toward(body, -1)).isEmpty();
    }
}
