package org.openots.dcs.twin;

import java.util.Map;
import org.openots.simulator.engine.PlantEngine;

/** Heat of a plant that goes to its surroundings. */
public final class HeatBalance {
    private static final String EXPOSURE = "ambient.exposure";

    private HeatBalance() {}

    /** How much more heat the plant loses than its flowsheet says; 1 when no parameter of the twin is that. */
    static double exposure(TwinDefinition definition, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (definition.parameters().get(i).input().equals(EXPOSURE)) {
                return values[i];
            }
        }
        return 1;
    }

    /**
     * Heat to the surroundings over what the heaters give, now.
     *
     * @param engine a plant
     * @param twin says which parts lose heat and how much
     * @param exposure losses over those of the flowsheet
     * @return the share; NaN while nothing is heated
     */
    public static double share(PlantEngine engine, TwinPack twin, double exposure) {
        double ambient = engine.processValue("ambient.T");
        double lost = 0;
        for (Map.Entry<String, Double> part : twin.conductances().entrySet()) {
            lost += part.getValue() * (engine.processValue(part.getKey() + ".T") - ambient);
        }
        double given = engine.processValue("heater.power") + engine.processValue("preheater.power");
        return given > 0 ? exposure * lost / given : Double.NaN;
    }
}
