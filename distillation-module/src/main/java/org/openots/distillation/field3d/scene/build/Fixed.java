package org.openots.distillation.field3d.scene.build;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.plan.Site;
import org.openots.simulator.plot.Fixture;
import org.openots.simulator.plot.Point;

/** A fixture in its place: axes with z towards who reads it, y up. */
record Fixed(Fixture plan, Vector3f at, Vector3f facing, Matrix4f place, double floor) {
    static Fixed of(Fixture fixture, Site site) {
        Vector3f at = Axes.of(fixture.at());
        Vector3f facing = Axes.heading(fixture.heading());
        return new Fixed(fixture, at, facing, Axes.facing(at, facing), floor(site, fixture.at()));
    }

    /** The highest floor under a place, m. */
    static double floor(Site site, Point at) {
        double floor = 0;
        for (Site.Deck deck : site.decks()) {
            boolean over = deck.area().holds(at, 0) && deck.holes().stream().noneMatch(hole -> hole.holds(at, 0));
            if (over && deck.elevation() < at.up() + 0.05 && deck.elevation() > floor) {
                floor = deck.elevation();
            }
        }
        return floor;
    }

    String tag() {
        return plan.tag().orElse(plan.id());
    }

    LocalText name(Facts facts) {
        if (plan.text().isPresent()) {
            return plan.text().get();
        }
        return switch (plan.kind()) {
            case PPE_CABINET -> new LocalText("个人防护用品", "Personal protective equipment");
            case DESK -> new LocalText("记录台", "Log desk");
            case DETECTOR_TEST -> new LocalText("可燃气体报警器测试", "Gas detector test");
            case TELEPHONE -> new LocalText("调度电话", "Telephone");
            default -> facts.name(tag());
        };
    }
}
