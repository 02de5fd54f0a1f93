package org.openots.simulator.operation;

import org.openots.common.text.LocalText;

/** Something the automation did that people, scorers and the journal must know. Implementations are records. */
public interface AutomationEvent {
    /**
     * The event as a sentence.
     *
     * @return the sentence in both languages
     */
    LocalText text();
}
