package org.openots.simulator.control;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openots.simulator.operation.VerbRule;

/** What an operator and an initial condition may set on a controller. */
final class ControllerRules {
    private static final double FULL_OUTPUT = 100;
    /** Range of gains an operator may set: from hardly acting to on-off. */
    private static final VerbRule GAIN = VerbRule.range(0.01, 50, "");
    /** Integral times an operator may set, s: 0 is none, two hours is slower than any loop here. */
    private static final VerbRule INTEGRAL = VerbRule.range(0, 7200, "s");
    /** Derivative times an operator may set, s. */
    private static final VerbRule DERIVATIVE = VerbRule.range(0, 600, "s");

    private static final VerbRule ANY = VerbRule.range(0, 1000, "");

    private ControllerRules() {}

    static Map<String, VerbRule> verbs(
            ControllerDefinition definition, SchemeDefinition.Ratio ratio, SchemeDefinition.Bias bias) {
        ControllerDefinition.Limits limits = definition.limits();
        String unit = definition.range().unit();
        Map<String, VerbRule> rules = new LinkedHashMap<>();
        rules.put("sp", VerbRule.range(limits.setPointLow(), limits.setPointHigh(), unit));
        rules.put("op", VerbRule.range(0, FULL_OUTPUT, "%"));
        rules.put("mode", VerbRule.choice(0, Mode.CAS.value()));
        rules.put("kc", GAIN);
        rules.put("ti", INTEGRAL);
        rules.put("td", DERIVATIVE);
        if (ratio.present()) {
            rules.put("ratio", VerbRule.range(ratio.low(), ratio.high(), ""));
        }
        if (bias.present()) {
            rules.put("bias", VerbRule.range(bias.low(), bias.high(), unit));
        }
        if (definition.options().feedForward().present()) {
            rules.put("ff", VerbRule.choice(0, 1));
        }
        return Map.copyOf(rules);
    }

    static Map<String, VerbRule> presets(String tag, Map<String, VerbRule> verbs) {
        Map<String, VerbRule> rules = new HashMap<>();
        rules.put(tag + ".MODE", VerbRule.choice(0, Mode.CAS.value()));
        rules.put(tag + ".SP", verbs.getOrDefault("sp", ANY));
        rules.put(tag + ".OP", verbs.getOrDefault("op", ANY));
        if (verbs.containsKey("ratio")) {
            rules.put(tag + ".RATIO", verbs.getOrDefault("ratio", ANY));
        }
        if (verbs.containsKey("bias")) {
            rules.put(tag + ".BIAS", verbs.getOrDefault("bias", ANY));
        }
        return rules;
    }
}
