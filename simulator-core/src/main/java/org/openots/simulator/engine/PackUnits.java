package org.openots.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import org.openots.common.error.CommonError;
import org.openots.common.json.Finding;
import org.openots.common.unit.Units;
import org.openots.simulator.automation.AutomationDefinition;
import org.openots.simulator.fault.FaultEffect;
import org.openots.simulator.field.SamplePoint;
import org.openots.simulator.instrument.ProcessFlag;
import org.openots.simulator.instrument.TransmitterDefinition;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.process.InputRange;
import org.openots.simulator.process.ProcessUnits;

/** Compares the units that instruments and faults are written in with those of the process they act on. */
final class PackUnits {
    private static final String SHARE = "1";

    private final ProcessUnits process;

    PackUnits(ProcessUnits process) {
        this.process = process;
    }

    /** Instruments, flags and samples of variables of another dimension; unknown variables are not the subject here. */
    List<Finding> instruments(AutomationDefinition automation, PackPlaces places) {
        List<Finding> found = new ArrayList<>();
        for (TransmitterDefinition t : automation.instruments().transmitters()) {
            Finding.Place place = beside(places.of(t.tag()), "/unit");
            compare(found, place, t.range().unit(), t.source().variable());
            if (!t.source().minus().isEmpty()) {
                compare(found, place, t.range().unit(), t.source().minus());
            }
        }
        for (ProcessFlag.Definition flag : automation.instruments().flags()) {
            Finding.Place place = beside(places.of(flag.signal()), "/variable");
            compare(found, place, Units.of(SHARE), flag.variable());
        }
        for (SamplePoint.Definition sample : automation.field().samples()) {
            Finding.Place place = beside(places.of(sample.id()), "/composition");
            compare(found, place, Units.of(SHARE), sample.composition());
        }
        return found;
    }

    private void compare(List<Finding> found, Finding.Place place, Units.Unit unit, String variable) {
        String dimension = process.variables().get(variable);
        if (dimension != null && !dimension.equals(unit.dimension())) {
            found.add(new Finding(
                    place.file(),
                    place.pointer(),
                    AutomationError.PACK_UNIT,
                    List.of(unit.symbol(), unit.dimension(), variable, dimension)));
        }
    }

    /** A field beside the name of the thing it belongs to. */
    private static Finding.Place beside(Finding.Place name, String field) {
        int end = name.pointer().lastIndexOf('/');
        return new Finding.Place(
                name.file(), end < 0 ? name.pointer() : name.pointer().substring(0, end) + field);
    }

    /** What is wrong with the value that a fault gives to a parameter; an unknown parameter is not the subject here. */
    List<Finding> parameter(FaultEffect.ProcessParameter effect, Finding.Place place) {
        InputRange range = process.inputs().get(effect.parameter());
        if (range == null || effect.unit().isBlank()) {
            return List.of();
        }
        if (!effect.unit().equals(range.dimension())) {
            return List.of(new Finding(
                    place.file(),
                    place.pointer() + "/unit",
                    CommonError.JSON_NOT_ALLOWED,
                    List.of(effect.unit(), range.dimension())));
        }
        if (effect.to() >= range.lowest() && effect.to() <= range.highest()) {
            return List.of();
        }
        return List.of(new Finding(
                place.file(),
                place.pointer() + "/to",
                CommonError.JSON_NUMBER_RANGE,
                List.of(effect.to(), range.rule())));
    }
}
