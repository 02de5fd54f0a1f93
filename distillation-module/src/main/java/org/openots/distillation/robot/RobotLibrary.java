package org.openots.distillation.robot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.SignalTable;

/** The robots that come with the suite. */
public final class RobotLibrary {
    private static final String ROOT = "/org/openots/distillation/robots/";

    /** Mean time between two operations of the random robot, s: a restless trainee. */
    private static final double RANDOM_GAP = 5;

    private RobotLibrary() {}

    /**
     * A robot by name: {@code idle}, {@code random}, or a script such as {@code expert-A-1}.
     *
     * @param plant the plant's id
     * @param name the robot's name
     * @param table the plant's signals
     * @param seed seed of the random robot; scripts use none
     * @return a robot at the beginning of its work
     * @throws OtsException if there is no such robot, or its script names a signal the plant does not have
     */
    public static RobotOperator robot(String plant, String name, SignalTable table, long seed) {
        return name.equals("random")
                ? new RandomOperator(OperableTarget.of(table), seed, RANDOM_GAP)
                : new ScriptOperator(script(plant, name, table, Map.of()));
    }

    /**
     * A script by name.
     *
     * @param plant the plant's id
     * @param name the script's name, for example {@code expert-A-1}
     * @param table the plant's signals
     * @param overrides values for some of the script's parameters, by name
     * @return the script
     * @throws OtsException if there is no such script, or it is wrong
     */
    public static RobotScript script(String plant, String name, SignalTable table, Map<String, Double> overrides) {
        List<String> known = scripts(plant);
        if (!known.contains(name)) {
            throw new OtsException(RobotError.UNKNOWN_ROBOT, plant, name, String.join(" ", known) + " random");
        }
        String resource = ROOT + plant + "/" + name + ".json";
        byte[] json = StrictJson.bytes(RobotLibrary.class, resource);
        return RobotScriptReader.read(name + ".json", json, table, overrides, Findings.throwing());
    }

    /**
     * The scripts of a plant.
     *
     * @param plant its id
     * @return names, in library order; empty for a plant without scripts
     */
    public static List<String> scripts(String plant) {
        JsonCursor root = StrictJson.resource(RobotLibrary.class, ROOT + "index.json", Findings.throwing());
        root.requireFormat("robot-index", "1.0");
        List<String> names = new ArrayList<>();
        for (JsonCursor entry : root.at("plants").items()) {
            List<String> robots = entry.at("robots").list(JsonCursor::text);
            if (entry.at("plant").text().equals(plant)) {
                names.addAll(robots);
            }
        }
        root.finish();
        return names;
    }
}
