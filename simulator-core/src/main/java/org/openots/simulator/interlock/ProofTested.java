package org.openots.simulator.interlock;

import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;

/**
 * The proof test of a cause ended; nothing was tripped by it.
 *
 * @param id the interlock
 * @param cause the cause that was simulated
 * @param passed whether it would have come: enough of its signals have a value
 * @param seconds how long the cause needed, s
 */
public record ProofTested(String id, String cause, boolean passed, double seconds) implements AutomationEvent {
    @Override
    public LocalText text() {
        String what = id + " " + cause + ", " + Brief.number(seconds) + " s";
        return new LocalText(
                "联锁功能测试" + (passed ? "合格：" : "不合格：") + what, "proof test " + (passed ? "passed: " : "failed: ") + what);
    }
}
