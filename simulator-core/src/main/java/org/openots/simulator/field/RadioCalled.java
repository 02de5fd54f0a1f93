package org.openots.simulator.field;

import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;

/**
 * The field operator said something on the radio; the board hears it.
 *
 * @param sentence what was said
 * @param tag what it is about, empty for nothing
 */
public record RadioCalled(RadioSentence sentence, String tag) implements AutomationEvent {
    @Override
    public LocalText text() {
        LocalText said = sentence.about(tag);
        return new LocalText("外操对讲：“" + said.zh() + "”", "field operator on the radio: \"" + said.en() + "\"");
    }
}
