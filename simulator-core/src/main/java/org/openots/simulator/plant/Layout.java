package org.openots.simulator.plant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.openots.common.json.Finding;

/**
 * The drawings of a plant.
 *
 * @param json the file as it is given to the pages; do not change it
 * @param uses the names of the plant that the drawings use
 */
public record Layout(JsonNode json, List<Use> uses) {
    /** Copies the list. */
    public Layout {
        uses = List.copyOf(uses);
    }

    /** What a name in a drawing must be. */
    public enum Kind {
        /** A signal or a controller whose value is shown. */
        SHOWN,
        /** A device with a symbol to operate it. */
        DEVICE,
        /** A task in the field. */
        TASK
    }

    /**
     * A name in a drawing.
     *
     * @param kind what it must be
     * @param name the name
     * @param place where it stands
     */
    public record Use(Kind kind, String name, Finding.Place place) {}
}
