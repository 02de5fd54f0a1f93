package org.openots.distillation.field3d.app;

/** Keys beside those for walking. */
enum GameKey {
    /** Uses what is looked at; chooses what has the focus. */
    USE,
    /** Tools and protection; in a panel the next field; with shift the one before. */
    TAB,
    /** The one before. */
    BACK_TAB,
    /** The next item in reach, for who has no mouse. */
    NEXT_ITEM,
    /** The item in reach before it. */
    PREVIOUS_ITEM,
    /** The list of places. */
    PLACES,
    /** The radio. */
    RADIO,
    /** Help. */
    HELP,
    /** Closes a panel; opens the menu. */
    ESCAPE,
    /** Focus to the left. */
    LEFT,
    /** Focus to the right. */
    RIGHT,
    /** Focus up. */
    UP,
    /** Focus down. */
    DOWN,
    /** Takes the last digit back. */
    BACKSPACE,
    /** Plus: opens a valve in the hand a little; without one larger panels. */
    MORE,
    /** Minus: the other way. */
    LESS,
    /** In a replay: plays or stops. */
    PLAY,
    /** In a replay: some seconds back. */
    REWIND,
    /** In a replay: some seconds forward. */
    FORWARD,
    /** In a replay: slower. */
    SLOWER,
    /** In a replay: faster. */
    FASTER,
    /** In a replay: through the eyes of the operator, or free. */
    EYES,
    /** In a replay: takes off, or lands. */
    FLY
}
