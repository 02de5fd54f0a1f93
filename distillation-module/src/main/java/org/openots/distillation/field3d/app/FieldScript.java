package org.openots.distillation.field3d.app;

import java.util.List;
import org.openots.common.expression.Expression;
import org.openots.common.text.LocalText;

/**
 * What a robot does in the field, as read from a file ({@code docs/data-formats/field-script.md}).
 *
 * @param id name
 * @param plant id of the plant
 * @param title for people
 * @param steps one after the other
 */
record FieldScript(String id, String plant, LocalText title, List<Step> steps) {
    /** Copies the list. */
    FieldScript {
        steps = List.copyOf(steps);
    }

    /** One thing that a player does. */
    sealed interface Step {
        /** What is done, in the words of the file. */
        String words();
    }

    /** Walks to where an item can be used. */
    record Go(String item) implements Step {
        @Override
        public String words() {
            return "go " + item;
        }
    }

    /** Walks to a place of the list of views. */
    record Walk(String view) implements Step {
        @Override
        public String words() {
            return "walk " + view;
        }
    }

    /** Turns the view to an item. */
    record Look(String item) implements Step {
        @Override
        public String words() {
            return "look " + item;
        }
    }

    /** Opens the panel of an item in reach. */
    record Use(String item) implements Step {
        @Override
        public String words() {
            return "use " + item;
        }
    }

    /** Turns the valve whose panel is open; %. */
    record Valve(double percent) implements Step {
        @Override
        public String words() {
            return "valve " + Numbers.plain(percent) + " %";
        }
    }

    /** Presses a button of the open panel. */
    record Press(String button) implements Step {
        @Override
        public String words() {
            return "press " + button;
        }
    }

    /** Presses a key. */
    record Key(GameKey key) implements Step {
        @Override
        public String words() {
            return "key " + key;
        }
    }

    /** Types digits. */
    record Type(String text) implements Step {
        @Override
        public String words() {
            return "type " + text;
        }
    }

    /** Puts protective equipment on, at the open cabinet, and has it checked. */
    record Wear(List<String> items) implements Step {
        /** Copies the list. */
        Wear {
            items = List.copyOf(items);
        }

        @Override
        public String words() {
            return "wear " + String.join(", ", items);
        }
    }

    /** Waits for a condition on what the station tells; s. */
    record Until(Expression condition, double timeout) implements Step {
        @Override
        public String words() {
            return "wait " + condition.text();
        }
    }

    /** Waits; s. */
    record Pause(double seconds) implements Step {
        @Override
        public String words() {
            return "wait " + Numbers.plain(seconds) + " s";
        }
    }

    /**
     * Writes the result of a sample down at its open panel.
     *
     * @param results that the laboratory must have reported of it
     * @param timeout until then, s
     */
    record Write(double results, double timeout) implements Step {
        @Override
        public String words() {
            return "write";
        }
    }

    /** Reads a gauge in sight; its value must lie between two, in its unit. */
    record Read(String item, double least, double most) implements Step {
        @Override
        public String words() {
            return "read " + item;
        }
    }

    /** Keeps a picture. */
    record Shot(String name) implements Step {
        @Override
        public String words() {
            return "picture " + name;
        }
    }
}
