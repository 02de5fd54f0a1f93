package org.openots.distillation.field3d.app;

import java.util.Locale;

/** Numbers in reports. */
final class Numbers {
    private Numbers() {}

    /** Without decimals when there are none, else with up to three. */
    static String plain(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceFirst("\\.?0+$", "");
    }
}
