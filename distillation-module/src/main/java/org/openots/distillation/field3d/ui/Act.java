package org.openots.distillation.field3d.ui;

import org.openots.distillation.field3d.state.Operation;

/** What happens when a hit is chosen. */
public sealed interface Act {
    /**
     * An operation for the station.
     *
     * @param operation in its words
     */
    record Send(Operation operation) implements Act {}

    /**
     * Turns a wheel as long as the button is held.
     *
     * @param valve its tag
     * @param way 1 to open, -1 to close
     */
    record Hold(String valve, int way) implements Act {}

    /**
     * Turns a wheel to a position.
     *
     * @param valve its tag
     * @param percent wanted opening, %
     */
    record TurnTo(String valve, double percent) implements Act {}

    /**
     * Opens a panel, or another page of it.
     *
     * @param panel to be shown
     */
    record Show(Panel panel) implements Act {}

    /** Closes the panel. */
    record Close() implements Act {}

    /**
     * Puts protective equipment on or takes it off.
     *
     * @param item its id
     */
    record Dress(String item) implements Act {}

    /** Says at the cabinet that one is dressed. */
    record Dressed() implements Act {}

    /**
     * A key of the number pad.
     *
     * @param key digit, point, minus; {@code <} takes the last one back
     */
    record Key(char key) implements Act {}

    /** Sends the number that was typed. */
    record Enter() implements Act {}

    /**
     * Other settings.
     *
     * @param settings all of them
     */
    record Change(Settings settings) implements Act {}

    /**
     * Goes to a place of the list.
     *
     * @param view its id
     */
    record Jump(String view) implements Act {}

    /**
     * Something for the program.
     *
     * @param what to do
     */
    record Program(Command what) implements Act {}

    /** What the program is asked for. */
    enum Command {
        /** Opens the field page in the browser. */
        OPEN_2D,
        /** Connects again. */
        RECONNECT,
        /** Ends the program. */
        QUIT
    }
}
