package org.openots.simulator.process;

import java.math.BigDecimal;
import org.openots.common.text.LocalText;

/**
 * What an input of a process may be set to.
 *
 * @param dimension its SI unit, {@code 1} for a share
 * @param lowest smallest value, in SI
 * @param highest largest value, in SI
 */
public record InputRange(String dimension, double lowest, double highest) {
    /**
     * The range as a rule that people read after the value.
     *
     * @return lowest and highest value with the unit, in both languages
     */
    public LocalText rule() {
        String unit = dimension.equals("1") ? "" : " " + dimension;
        String span = plain(lowest) + " … " + plain(highest) + unit;
        return new LocalText("必须在 " + span + " 之间", "must be in " + span);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
