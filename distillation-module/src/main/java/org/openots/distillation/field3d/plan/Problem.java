package org.openots.distillation.field3d.plan;

import java.util.Locale;
import org.openots.common.text.LocalText;
import org.openots.common.text.Localizable;
import org.openots.simulator.plot.Point;

/**
 * Something about a site that cannot be built or used.
 *
 * @param rule the rule it breaks
 * @param subject what breaks it: a line, a tag, two of them
 * @param at where
 * @param amount by how much, m or as the rule says
 */
public record Problem(Rule rule, String subject, Point at, double amount) implements Localizable {
    /** What a site must be. */
    public enum Rule {
        /** A pipe is of the nominal diameter of its nozzle; amount: the pipe's, mm. */
        NOZZLE_SIZE("管道公称直径应与管口相同，请改 dn", "a pipe has the nominal diameter of its nozzle; change dn"),
        /** A nozzle takes one pipe. */
        NOZZLE_TAKEN("一个管口只能接一根管道", "a nozzle takes one pipe"),
        /** Pipes run along the axes of the site. */
        OFF_AXIS("管道应沿坐标轴方向，请核对管口方向", "pipes run along the axes; check where the nozzle points"),
        /** A pipe does not turn back on itself. */
        TURNS_BACK("管道不能折返，请改 via", "a pipe does not turn back on itself; change via"),
        /** A leg has room for the bends at its ends; amount: what it lacks, m. */
        SHORT_LEG("直管段放不下两端弯头，请改 via", "a leg has room for its bends; change via"),
        /** A pipe stays clear of equipment; amount: how deep, m. */
        IN_EQUIPMENT("管道进入设备，请改 via", "a pipe stays clear of equipment; change via"),
        /** A pipe stays clear of other pipes; amount: how deep, m. */
        IN_PIPE("管道相碰，请改 via", "a pipe stays clear of others; change via"),
        /** A pipe stays clear of the columns of frames; amount: how deep, m. */
        IN_STEEL("管道与钢柱相碰，请改 via", "a pipe stays clear of steel columns; change via"),
        /** The way up a flight of stairs is free; amount: how deep, m. */
        IN_STAIRS("管道挡住楼梯，请改 via", "the way up stairs is free of pipes; change via"),
        /** A fitting has its own place on a straight leg; amount: what it lacks, m. */
        FITTING_ROOM("管件与弯头或其他管件重叠，请改 near", "a fitting does not overlap bends or others; change near"),
        /** Fittings stand in the direction of flow. */
        FITTING_ORDER("管件应按流向排列，请改顺序", "fittings stand in the direction of flow; change their order"),
        /** A fitting is near the place the plan gives; amount: how far off, m. */
        FITTING_FAR("管件离给定位置太远，请改 near", "a fitting is near the place that the plan gives; change near"),
        /** A spindle stands at right angles to its pipe. */
        SPINDLE("阀杆应垂直于管道，请改 spindle", "a spindle stands at right angles to its pipe; change spindle"),
        /** Handwheels and actuators stay clear of pipes and equipment; amount: how deep, m. */
        SPINDLE_CLASH("阀杆或执行机构与其他物体相碰，请改 spindle", "a spindle has room; change spindle or near"),
        /** From support to support a pipe spans no more than is usual; amount: the span in shares of it. */
        UNSUPPORTED(
                "两个支吊架之间的跨距超过该管径的常用值，请改 via 使管道靠近钢结构、墙或地面",
                "no span between supports is longer than usual for the size; bring the pipe near steel, a wall or a floor by via"),
        /** What is operated can be reached from a floor: 1.2 m from the shoulder. */
        OUT_OF_REACH("从任何地面或平台都够不着，请改位置", "it can be reached from a floor; change its place"),
        /** What is read stands 1.2 to 1.9 m above a floor (glasses and windows lower and higher), with room before it. */
        OUT_OF_SIGHT("从任何地面或平台都看不清，请改位置", "it can be read from a floor; change its place"),
        /** Things with a tag plate stand apart; amount: distance, m. */
        TOO_NEAR("两个位号太近，标牌会重叠", "tag plates do not overlap; move one of the two"),
        /** Everything stands on the site. */
        OFF_SITE("在场地范围以外", "everything stands on the site; change its place");

        private final String zh;
        private final String en;

        Rule(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /**
         * The rule in words.
         *
         * @return for people
         */
        public LocalText text() {
            return new LocalText(zh, en);
        }
    }

    @Override
    public String in(Locale locale) {
        String place = String.format(Locale.ROOT, "[%.2f, %.2f, %.2f]", at.east(), at.north(), at.up());
        String size = String.format(Locale.ROOT, "%.3f", amount);
        return subject + " " + place + " (" + size + "): " + rule.text().in(locale);
    }
}
