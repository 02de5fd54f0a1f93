package org.openots.distillation.condition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.signal.SignalTable;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;

/**
 * All initial conditions of a plant that have a recipe, made again in such an order that each begins with the new form of
 * the one it comes from. Used once, by one thread.
 */
public final class ConditionBatch {
    private final PackSource source;
    private final Map<String, byte[]> renewed = new HashMap<>();

    private ConditionBatch(PackSource source) {
        this.source = source;
    }

    /** Told what it works on. */
    public interface Listener extends ConditionMaker.Listener {
        /**
         * A condition begins.
         *
         * @param id for example {@code normal}
         */
        void begins(String id);
    }

    /**
     * Makes them.
     *
     * @param source the pack; what it says of these conditions is not used
     * @param listener told how far it is
     * @return the new conditions by id, in the order in which they were made
     * @throws OtsException if the plant has no recipes, if recipes begin with each other, or if one of them fails
     */
    public static Map<String, ConditionMaker.Made> make(PackSource source, Listener listener) {
        PlantPack pack = PlantPack.load(source);
        List<String> ids = pack.initialConditionIds();
        SignalTable table = new PlantEngine(pack, pack.initialCondition(ids.get(0)), 0).signals();
        List<ConditionRecipe> recipes = ids.stream()
                .filter(id -> ConditionRecipe.exists(pack.id(), id))
                .map(id -> ConditionRecipe.shipped(pack.id(), id, table))
                .toList();
        if (recipes.isEmpty()) {
            throw new OtsException(ConditionError.NO_RECIPE, pack.id(), String.join(" ", ids));
        }
        return make(source, recipes, listener);
    }

    static Map<String, ConditionMaker.Made> make(PackSource source, List<ConditionRecipe> recipes, Listener listener) {
        return new ConditionBatch(source).make(recipes, listener);
    }

    private Map<String, ConditionMaker.Made> make(List<ConditionRecipe> recipes, Listener listener) {
        List<ConditionRecipe> waiting = new ArrayList<>(recipes);
        Map<String, ConditionMaker.Made> made = new LinkedHashMap<>();
        while (!waiting.isEmpty()) {
            ConditionRecipe next = next(waiting);
            listener.begins(next.id());
            ConditionMaker.Made result = ConditionMaker.make(PlantPack.load(overlaid()), next, listener);
            renewed.put("ic/" + next.id() + ".json", result.json().getBytes(StandardCharsets.UTF_8));
            made.put(next.id(), result);
            waiting.remove(next);
        }
        return made;
    }

    /** The first recipe whose beginning does not wait to be made itself. */
    private static ConditionRecipe next(List<ConditionRecipe> waiting) {
        List<String> ids = waiting.stream().map(ConditionRecipe::id).toList();
        return waiting.stream()
                .filter(recipe -> !ids.contains(recipe.start().condition()))
                .findFirst()
                .orElseThrow(() -> new OtsException(ConditionError.CIRCLE, String.join(" ", ids)));
    }

    private PackSource overlaid() {
        return new PackSource() {
            @Override
            public Optional<byte[]> read(String name) {
                byte[] file = renewed.get(name);
                return file == null ? source.read(name) : Optional.of(file);
            }

            @Override
            public List<String> list(String folderName) {
                return source.list(folderName);
            }

            @Override
            public String display(String name) {
                return source.display(name);
            }
        };
    }
}
