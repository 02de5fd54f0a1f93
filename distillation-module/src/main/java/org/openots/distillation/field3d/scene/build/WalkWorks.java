package org.openots.distillation.field3d.scene.build;

import static org.openots.distillation.field3d.scene.build.Axes.at;

import org.joml.Vector3f;
import org.openots.distillation.field3d.plan.Site;
import org.openots.distillation.field3d.scene.LeakPoint;
import org.openots.distillation.field3d.scene.View;
import org.openots.distillation.field3d.scene.Walkable;
import org.openots.simulator.plot.Area;
import org.openots.simulator.plot.Fixture;
import org.openots.simulator.plot.Leak;
import org.openots.simulator.plot.Stand;
import org.openots.simulator.plot.Structure;

/** Where one can walk, where something comes out, where one can jump to. */
final class WalkWorks {
    /** A ring is walked on as rectangles so wide, radian: their corners stand out by less than 1 % of the radius. */
    private static final double SECTOR = Math.toRadians(15);

    private final Stage stage;
    private final Site site;

    WalkWorks(Stage stage, Site site) {
        this.stage = stage;
        this.site = site;
    }

    void add() {
        for (Site.Deck deck : site.decks()) {
            if (deck.ring().isPresent()) {
                ring(deck.ring().get(), deck);
            } else {
                for (Area piece : StructureWorks.split(deck.area(), deck.holes())) {
                    floor(piece, deck.elevation());
                }
            }
        }
        for (Structure structure : site.plan().structures()) {
            if (structure instanceof Structure.Stair stair) {
                stage.ramps.add(new Walkable.Ramp(Axes.of(stair.foot()), Axes.of(stair.head()), (float) stair.width()));
            } else if (structure instanceof Structure.Ladder ladder) {
                stage.ladders.add(new Walkable.Ladder(
                        Axes.of(ladder.foot()), (float) ladder.top(), Axes.heading(ladder.heading())));
            } else if (structure instanceof Structure.Plinth plinth) {
                floor(plinth.area(), plinth.height());
            }
        }
        for (Leak leak : site.plan().leaks()) {
            stage.leaks.add(new LeakPoint(
                    leak.id(), Axes.of(leak.at()), Axes.of(leak.jet().step()), (float) below(leak)));
        }
        for (Fixture fixture : site.plan().fixtures()) {
            if (fixture.looksAt().isPresent()) {
                Vector3f at = Axes.of(fixture.at());
                stage.leaks.add(new LeakPoint(fixture.id(), at, Axes.heading(fixture.heading()), at.y));
            }
        }
        for (Stand stand : site.plan().views()) {
            stage.views.add(new View(
                    stand.id(),
                    stand.text(),
                    Axes.of(stand.eye()),
                    Axes.of(stand.target()),
                    stand.use() != Stand.Use.PICTURE));
        }
    }

    private void floor(Area area, double elevation) {
        Vector3f centre = Axes.of(area.middle(elevation));
        stage.floors.add(
                new Walkable.Floor(centre, (float) (area.width() / 2), (float) (area.depth() / 2), 0, 0, false));
    }

    private void ring(Structure.Ring ring, Site.Deck deck) {
        Vector3f centre = Axes.of(deck.area().middle(ring.elevation()));
        double from = ConcreteWorks.angle(ring.to());
        double to = ConcreteWorks.angle(ring.from());
        int pieces = Math.max(1, (int) Math.ceil((to - from) / SECTOR));
        double half = (to - from) / pieces / 2;
        double middle = (ring.inner() + ring.outer()) / 2;
        for (int i = 0; i < pieces; i++) {
            double angle = from + (2 * i + 1) * half;
            Vector3f at =
                    at(middle * Math.cos(angle), 0, -middle * Math.sin(angle)).add(centre);
            stage.floors.add(new Walkable.Floor(
                    at,
                    (float) ((ring.outer() - ring.inner()) / 2),
                    (float) (ring.outer() * Math.tan(half)),
                    (float) angle,
                    0,
                    false));
        }
    }

    private double below(Leak leak) {
        double floor = 0;
        for (Site.Deck deck : site.decks()) {
            boolean over = deck.area().holds(leak.at(), 0)
                    && deck.holes().stream().noneMatch(hole -> hole.holds(leak.at(), 0));
            // what falls on grating falls through
            if (over
                    && deck.cover() != Structure.Cover.GRATING
                    && deck.elevation() < leak.at().up()
                    && deck.elevation() > floor) {
                floor = deck.elevation();
            }
        }
        return floor;
    }
}
