package org.openots.distillation.condition;

import java.util.List;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.simulator.plant.InitialCondition;

/**
 * How an initial condition is made: robots operate the plant one after the other, then it runs on with refilled tanks
 * until nothing moves any more.
 *
 * @param id the condition, for example {@code normal}
 * @param plant plant id
 * @param title name for people
 * @param start where it begins
 * @param scripts robots, in order
 * @param settling when it is steady
 */
public record ConditionRecipe(
        String id, String plant, LocalText title, Start start, List<String> scripts, Settling settling) {
    private static final String ROOT = "/org/openots/distillation/conditions/";

    private static final LocalText PLANT = new LocalText("装置", "plant");
    private static final LocalText CONDITION = new LocalText("初始工况（与文件同名）", "initial condition (named as the file)");
    private static final LocalText SIGNAL = new LocalText("信号", "signal");

    /** Copies the list. */
    public ConditionRecipe {
        scripts = List.copyOf(scripts);
    }

    /**
     * Where it begins.
     *
     * @param condition another initial condition of the plant
     * @param seed seed of the run
     */
    public record Start(String condition, long seed) {}

    /**
     * When it is steady: the means of two windows that follow each other agree.
     *
     * @param charges contents of the tanks, renewed while it settles and at its end
     * @param refillSeconds time between two refills, s of model time
     * @param windowSeconds length of a window, s of model time
     * @param longestSeconds it must be steady by then, s of model time from the start
     * @param steady how far the means may differ
     */
    public record Settling(
            List<InitialCondition.Charge> charges,
            double refillSeconds,
            double windowSeconds,
            double longestSeconds,
            List<Band> steady) {
        /** Copies the lists. */
        public Settling {
            charges = List.copyOf(charges);
            steady = List.copyOf(steady);
        }
    }

    /**
     * How far the means of two windows may differ.
     *
     * @param signal signal name
     * @param within in the unit of the signal
     */
    public record Band(String signal, double within) {}

    /**
     * Whether the suite has a recipe for a condition.
     *
     * @param plant plant id
     * @param id for example {@code normal}
     * @return false for one that is written by hand, such as {@code cold}
     */
    public static boolean exists(String plant, String id) {
        return ConditionRecipe.class.getResource(resource(plant, id)) != null;
    }

    private static String resource(String plant, String id) {
        return ROOT + plant + "/" + id + ".json";
    }

    /**
     * The recipe of a condition shipped with the suite.
     *
     * @param plant plant id
     * @param id for example {@code normal}
     * @param table signals of the plant
     * @return the recipe
     * @throws OtsException if there is none, or it is wrong
     */
    public static ConditionRecipe shipped(String plant, String id, SignalTable table) {
        if (!exists(plant, id)) {
            throw new OtsException(ConditionError.NO_RECIPE, plant, id);
        }
        JsonCursor file = StrictJson.resource(ConditionRecipe.class, resource(plant, id), Findings.throwing());
        return read(file, plant, id, table);
    }

    static ConditionRecipe read(JsonCursor file, String plant, String id, SignalTable table) {
        file.requireFormat("initial-condition-recipe", "1.0");
        ConditionRecipe recipe = new ConditionRecipe(
                file.at("id").nameOf(List.of(id), CONDITION),
                file.at("plant").nameOf(List.of(plant), PLANT),
                file.at("title").localText(),
                new Start(file.at("from").text(), file.at("seed").longInteger()),
                file.at("scripts").list(JsonCursor::text),
                new Settling(
                        file.at("charges").list(InitialCondition.Charge::read),
                        seconds(file.at("refillEvery")),
                        seconds(file.at("window")),
                        seconds(file.at("longest")),
                        file.at("steady").list(band -> band(band, table))));
        file.finish();
        return recipe;
    }

    private static double seconds(JsonCursor c) {
        double seconds = c.quantity("s");
        if (seconds <= 0) {
            c.report(CommonError.JSON_NUMBER_RANGE, seconds, new LocalText("s 必须大于 0", "s must be positive"));
        }
        return seconds;
    }

    private static Band band(JsonCursor c, SignalTable table) {
        List<String> names = table.signals().stream().map(s -> s.name()).toList();
        String name = c.at("signal").nameOf(names, SIGNAL);
        int index = table.find(name);
        if (index >= 0) {
            c.at("unit")
                    .nameOf(List.of(table.signals().get(index).unit()), new LocalText("该信号的单位", "unit of this signal"));
        }
        return new Band(name, c.at("within").positive());
    }
}
