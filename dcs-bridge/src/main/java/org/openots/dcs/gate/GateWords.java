package org.openots.dcs.gate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.openots.common.text.LocalText;

/** What a write will do, for people. */
final class GateWords {
    private static final MathContext DIGITS = new MathContext(6);

    private GateWords() {}

    static LocalText echo(WriteTarget target, double from, double to) {
        String zh = String.format(
                Locale.ROOT,
                "将 %s（%s）由 %s 改为 %s %s",
                target.tag(),
                target.text().zh(),
                number(from),
                number(to),
                target.unit());
        String en = String.format(
                Locale.ROOT,
                "%s (%s) from %s to %s %s",
                target.tag(),
                target.text().en(),
                number(from),
                number(to),
                target.unit());
        if (target.atOnce()) {
            return new LocalText(zh.strip(), en.strip());
        }
        long seconds = (long) Math.ceil(Math.abs(to - from) / target.rate());
        return new LocalText(
                String.format(Locale.ROOT, "%s，斜率 %s %s/s，约 %d s", zh, number(target.rate()), target.unit(), seconds),
                String.format(
                        Locale.ROOT, "%s, at %s %s/s, about %d s", en, number(target.rate()), target.unit(), seconds));
    }

    static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value, DIGITS).stripTrailingZeros().toPlainString()
                : "–";
    }
}
