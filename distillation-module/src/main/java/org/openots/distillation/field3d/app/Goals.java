package org.openots.distillation.field3d.app;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openots.distillation.field3d.body.Body;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.state.Task;
import org.openots.distillation.field3d.state.Values;

/** Which item of the plant the present step asks for. Only what a hand can operate is one: controllers are for the board. */
final class Goals {
    private static final Set<Item.Kind> OPERATED = EnumSet.of(
            Item.Kind.HAND_VALVE,
            Item.Kind.LOCAL_PANEL,
            Item.Kind.SWITCH,
            Item.Kind.EMERGENCY_STOP,
            Item.Kind.SAMPLE_POINT,
            Item.Kind.DETECTOR);

    private final List<Item> items;
    private int chosen = -1;

    Goals(Scene scene) {
        items = scene.items();
    }

    /**
     * The item to be operated next.
     *
     * @param goals of the step, in the station's words
     * @param values of the signals now
     * @param body who goes there
     * @return index in the scene: the nearest of the first goal that is in the field; the same as before while it still is one of
     *     them; -1 for none
     */
    int choose(List<String> goals, Values values, Body body) {
        for (String goal : goals) {
            List<Integer> found = of(goal, values);
            if (!found.isEmpty()) {
                chosen = found.contains(chosen) ? chosen : nearest(found, body);
                return chosen;
            }
        }
        chosen = -1;
        return chosen;
    }

    /** The goal of a task, -1 without one. */
    int of(Task task, Values values, Body body) {
        return choose(task.step().map(Task.Step::goals).orElse(List.of()), values, body);
    }

    private int nearest(List<Integer> found, Body body) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i : found) {
            Item item = items.get(i);
            double dx = item.handle().x() - body.x();
            double dy = item.handle().y() - body.y();
            double dz = item.handle().z() - body.z();
            double away = dx * dx + dy * dy + dz * dz;
            if (away < least) {
                least = away;
                best = i;
            }
        }
        return best;
    }

    private List<Integer> of(String goal, Values values) {
        List<Integer> found = new ArrayList<>();
        List<Integer> related = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (answers(item, goal, values)) {
                found.add(i);
            } else if (OPERATED.contains(item.kind()) && oneOf(item.tag(), goal)) {
                related.add(i);
            }
        }
        return found.isEmpty() ? related : found;
    }

    private static boolean answers(Item item, String goal, Values values) {
        String tag = item.tag();
        return switch (item.kind()) {
            case PPE_CABINET -> goal.equals("PPE");
            case DESK -> goal.equals(tag) || goal.startsWith(tag + ".");
            case CHECK_POINT ->
                (goal.equals("CHECK") || goal.equals("CHECK." + tag)) && !(values.value("CHECK." + tag) > 0);
            case SAMPLE_POINT -> goal.equals(tag) || goal.equals("RECORD." + tag) || goal.equals("SAMPLE." + tag);
            default -> OPERATED.contains(item.kind()) && tag.equals(goal);
        };
    }

    /** Things may go by one name without their letter: AT-703A and AT-703B by AT-703. */
    private static boolean oneOf(String tag, String goal) {
        return tag.length() == goal.length() + 1
                && tag.startsWith(goal)
                && Character.isUpperCase(tag.charAt(goal.length()));
    }
}
