package org.openots.simulator.process;

import java.util.List;
import java.util.Map;
import org.openots.simulator.thermo.PropertyPackage;

/** Everything a model is made of. */
record ProcessParts(
        PropertyPackage properties,
        List<StateBlock> blocks,
        List<Link> links,
        ProcessInputs inputs,
        Surroundings surroundings,
        CoolingWater coolingWater,
        GasDetection gasDetection,
        Map<String, ProcessVariable> variables) {}
