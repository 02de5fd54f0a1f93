package org.openots.simulator.field;

import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;

/**
 * The laboratory reported a sample.
 *
 * @param sample the sample point
 * @param value the result
 * @param unit unit of the result
 */
public record SampleReady(String sample, double value, String unit) implements AutomationEvent {
    @Override
    public LocalText text() {
        return new LocalText(
                "样品 " + sample + " 化验结果：" + Brief.number(value) + " " + unit,
                "sample " + sample + " result: " + Brief.number(value) + " " + unit);
    }
}
