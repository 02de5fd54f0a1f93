package org.openots.simulator.field;

import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;

/**
 * The field operator or the board said something on the radio; the other hears it.
 *
 * @param sentence what was said
 * @param tag what it is about, empty for nothing
 */
public record RadioCalled(RadioSentence sentence, String tag) implements AutomationEvent {
    @Override
    public LocalText text() {
        LocalText said = sentence.about(tag);
        boolean board = sentence.byBoard();
        return new LocalText(
                (board ? "中控" : "外操") + "对讲：“" + said.zh() + "”",
                (board ? "board" : "field operator") + " on the radio: \"" + said.en() + "\"");
    }
}
