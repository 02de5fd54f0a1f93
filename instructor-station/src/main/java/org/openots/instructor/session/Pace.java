package org.openots.instructor.session;

import org.openots.common.text.LocalText;

/**
 * Whether and how fast a run moves.
 *
 * @param state running, frozen by a person, or held by the station
 * @param by who set it: an account, or {@code station}
 * @param speed model seconds a second, 0.2..20
 */
public record Pace(State state, String by, double speed) {
    /** Who is named when the station itself holds a run. */
    public static final String STATION = "station";

    /** After a restart of the station: what a person or the time stopped stays stopped, the rest waits for its owner. */
    Pace afterRestart(boolean timeUp) {
        if (timeUp) {
            return new Pace(State.FROZEN, STATION, speed);
        }
        return state == State.FROZEN ? this : new Pace(State.HELD, STATION, speed);
    }

    /** Whether model time moves. */
    public enum State {
        /** Model time moves. */
        RUNNING("运行", "running"),
        /** A person, or the end of the task's time, stopped it. */
        FROZEN("冻结", "frozen"),
        /** The station stopped it because its owner's connection is lost, until he is back. */
        HELD("等待学员回来", "held until its owner is back");

        private final String zh;
        private final String en;

        State(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /**
         * The state for people.
         *
         * @return a word or two
         */
        public LocalText text() {
            return new LocalText(zh, en);
        }
    }
}
