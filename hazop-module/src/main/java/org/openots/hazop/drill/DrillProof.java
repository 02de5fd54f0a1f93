package org.openots.hazop.drill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openots.common.error.OtsException;

/**
 * Whether a case of a drill can be told by its score: who does the right thing passes, who does nothing, only talks, operates
 * everything or does the wrong thing does not, and the safeguard to be proved makes a difference.
 *
 * @param drill the drill
 * @param which number of the case, from 0 on
 * @param expert what came of the robot that does the right thing
 * @param totals points by robot; without that which operates everything where nothing is to be operated
 */
public record DrillProof(Drill drill, int which, DrillRobot.Outcome expert, Map<DrillRobot.Player, Double> totals) {
    /** What the expert gets at least. */
    public static final double EXPERT = 95;

    /** What the idle robot gets at most. */
    public static final double IDLE = 10;

    /** Those who must not pass. */
    private static final List<DrillRobot.Player> FAILING = List.of(
            DrillRobot.Player.IDLE, DrillRobot.Player.TALKER, DrillRobot.Player.MASHER, DrillRobot.Player.WRONG);

    /** Keeps an unmodifiable copy. */
    public DrillProof {
        totals = Collections.unmodifiableMap(new EnumMap<>(totals));
    }

    /**
     * Plays a case with all robots.
     *
     * @param robot of the plant
     * @param drill a drill of the plant
     * @param which number of the case, from 0 on
     * @return what came of it
     */
    public static DrillProof of(DrillRobot robot, Drill drill, int which) {
        Map<DrillRobot.Player, Double> totals = new EnumMap<>(DrillRobot.Player.class);
        DrillRobot.Outcome expert = robot.play(drill, which, DrillRobot.Player.EXPERT);
        totals.put(DrillRobot.Player.EXPERT, expert.score().total());
        boolean operated = drill.cases().get(which).sequence().isPresent();
        for (DrillRobot.Player player : FAILING) {
            if (player == DrillRobot.Player.MASHER && !operated) {
                continue;
            }
            totals.put(player, robot.play(drill, which, player).score().total());
        }
        return new DrillProof(drill, which, expert, totals);
    }

    /**
     * Whether all of it holds.
     *
     * @return true when there is no mistake
     */
    public boolean holds() {
        return mistakes().isEmpty();
    }

    /**
     * What does not hold.
     *
     * @return a message for each
     */
    public List<OtsException> mistakes() {
        List<OtsException> found = new ArrayList<>();
        if (total(DrillRobot.Player.EXPERT) < EXPERT) {
            found.add(mistake(DrillRobot.Player.EXPERT, ">= " + EXPERT));
        }
        if (total(DrillRobot.Player.IDLE) > IDLE) {
            found.add(mistake(DrillRobot.Player.IDLE, "<= " + IDLE));
        }
        for (DrillRobot.Player player : FAILING) {
            if (total(player) >= DrillRules.PASS) {
                found.add(mistake(player, "< " + DrillRules.PASS));
            }
        }
        if (!expert.proved()) {
            found.add(new OtsException(DrillError.NO_DIFFERENCE, drill.id(), which + 1));
        }
        return found;
    }

    private double total(DrillRobot.Player player) {
        return totals.getOrDefault(player, 0.0);
    }

    private OtsException mistake(DrillRobot.Player player, String needed) {
        return new OtsException(
                DrillError.ROBOT, drill.id(), which + 1, player.name(), Math.round(total(player) * 10) / 10.0, needed);
    }
}
