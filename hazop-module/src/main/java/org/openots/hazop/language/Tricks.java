package org.openots.hazop.language;

import org.openots.common.json.JsonCursor;

/**
 * Turns of phrase of people who try to get credit without an answer.
 *
 * @param toMarker speaks to whoever marks
 * @param perhapsToMarker speaks to whoever marks, unless the answer says something: 忽略, system
 * @param anything says nothing, or everything at once
 * @param either stands between two things of which the reader shall choose
 */
public record Tricks(Phrases toMarker, Phrases perhapsToMarker, Phrases anything, Phrases either) {
    /** No tricks. */
    static final Tricks NONE = new Tricks(Phrases.NONE, Phrases.NONE, Phrases.NONE, Phrases.NONE);

    static Tricks read(JsonCursor row, Normaliser normaliser) {
        return new Tricks(
                Phrases.read(row.at("toMarker"), normaliser),
                Phrases.read(row.at("perhapsToMarker"), normaliser),
                Phrases.read(row.at("anything"), normaliser),
                Phrases.read(row.at("either"), normaliser));
    }
}
