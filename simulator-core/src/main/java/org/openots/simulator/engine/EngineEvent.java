package org.openots.simulator.engine;

import org.openots.common.text.LocalText;
import org.openots.simulator.fault.FaultStatus;
import org.openots.simulator.operation.AutomationEvent;

/** Something that happened in a tick. */
public sealed interface EngineEvent {
    /**
     * When.
     *
     * @return the tick
     */
    long tick();

    /**
     * Something in the automation; everyone who watches the run may see it.
     *
     * @param tick when
     * @param event what
     */
    record Automation(long tick, AutomationEvent event) implements EngineEvent {}

    /**
     * The process model could not advance and holds its last good state, or goes on again.
     *
     * @param tick when
     * @param held whether it holds
     */
    record ModelHeld(long tick, boolean held) implements EngineEvent {
        /**
         * The sentence for people.
         *
         * @return the text
         */
        public LocalText text() {
            return held
                    ? new LocalText("模型未收敛，保持上一个有效状态", "The model did not converge and holds its last good state")
                    : new LocalText("模型恢复计算", "The model runs again");
        }
    }

    /**
     * An injection entered another phase. Secret: for instructors only.
     *
     * @param tick when
     * @param status how it stands
     */
    record FaultChanged(long tick, FaultStatus status) implements EngineEvent {}
}
