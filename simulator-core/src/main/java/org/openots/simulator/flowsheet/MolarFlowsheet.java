package org.openots.simulator.flowsheet;

import static org.openots.simulator.flowsheet.Quantities.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;
import org.openots.simulator.column.MolarColumn;
import org.openots.simulator.process.Bounds;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.ProcessModel;
import org.openots.simulator.process.ProcessParts;
import org.openots.simulator.process.ProcessVariable;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.Surroundings;

/**
 * Reads a flowsheet whose stages follow the molar closure: constant relative volatility, constant molar overflow. The
 * same graph, integrator and linear algebra as any other flowsheet; only the blocks differ.
 */
final class MolarFlowsheet {
    /** The name of this closure in {@code properties.package}. */
    static final String PACKAGE = "relative-volatility";

    /** Errors of 1e-6 over thousands of minutes need a fresh Jacobian at every step. */
    private static final int JACOBIAN_AGE = 1;

    private final List<String> components;
    private final MolarColumn.Spec spec;
    private final MolarColumn.Operation operation;
    private final double surroundingsTemperature;
    private final double surroundingsPressure;

    /** Reads the root of a file. */
    private MolarFlowsheet(JsonCursor file) {
        file.requireFormat("flowsheet", "1.0");
        JsonCursor p = file.at("properties");
        p.at("package").text();
        components = p.at("components").list(JsonCursor::text);
        int count = Math.max(1, components.size());
        asMany(p.at("components"), components.size(), count);
        double[] volatility = p.at("relativeVolatility").list(JsonCursor::positive).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        asMany(p.at("relativeVolatility"), volatility.length, count);
        JsonCursor c = file.at("molarColumn");
        JsonCursor composition = c.at("operation").at("composition");
        asMany(composition, composition.items().size(), count);
        JsonCursor s = file.at("surroundings");
        surroundingsTemperature = Bounds.AMBIENT_TEMPERATURE.read(s.at("temperature"));
        surroundingsPressure = Bounds.AMBIENT_PRESSURE.read(s.at("pressure"));
        spec = spec(c, volatility);
        operation = operation(c.at("operation"));
        file.finish();
    }

    /**
     * Builds a model at its steady state.
     *
     * @param file the root of a flowsheet file, opened so that mistakes are thrown
     * @return the model
     * @throws OtsException at the first mistake
     */
    static ProcessModel model(JsonCursor file) {
        return new MolarFlowsheet(file).model();
    }

    /**
     * Names all mistakes of a flowsheet.
     *
     * @param file the root of a flowsheet file, opened so that mistakes go to the same findings
     * @param findings collects the mistakes
     * @return the model unless there is any mistake
     */
    static Optional<ProcessModel> check(JsonCursor file, Findings findings) {
        int before = findings.all().size();
        MolarFlowsheet read = new MolarFlowsheet(file);
        return findings.all().size() == before ? Optional.of(read.model()) : Optional.empty();
    }

    private ProcessModel model() {
        ProcessInputs inputs = new ProcessInputs();
        Surroundings surroundings = new Surroundings(inputs, surroundingsTemperature, surroundingsPressure);
        MolarColumn column = new MolarColumn(spec, operation, inputs);
        List<Link> links = new ArrayList<>(List.of(surroundings));
        links.addAll(column.links());
        Map<String, ProcessVariable> variables = new LinkedHashMap<>();
        links.forEach(link ->
                link.publish((name, dimension, value) -> variables.put(name, new ProcessVariable(dimension, value))));
        List<StateBlock> blocks = new ArrayList<>(column.stages());
        return new ProcessModel(
                new ProcessParts(components, blocks, links, List.of(), inputs, surroundings, variables, JACOBIAN_AGE));
    }

    /** A list has one entry for each component. */
    private static void asMany(JsonCursor list, int found, int needed) {
        if (found != needed) {
            list.report(
                    CommonError.JSON_NUMBER_RANGE,
                    found,
                    new LocalText(
                            "项，必须是 " + needed + " 项（每个组分一项）",
                            "entries; " + needed + " are needed, one for each component"));
        }
    }

    private static MolarColumn.Spec spec(JsonCursor c, double[] volatility) {
        int stages = c.at("stages").integer(3, 1000);
        JsonCursor n = c.at("nominal");
        return new MolarColumn.Spec(
                stages,
                c.at("feedStage").integer(2, stages - 1),
                volatility,
                read(c, "holdup", Bounds.AMOUNT),
                read(c, "liquidTime", Bounds.SHORT_TIME),
                c.at("vapourEffect").number(),
                read(n, "feed", Bounds.MOLAR_FLOW),
                n.at("quality").number(),
                read(n, "reflux", Bounds.MOLAR_FLOW),
                read(n, "boilup", Bounds.MOLAR_FLOW),
                read(n, "distillate", Bounds.MOLAR_FLOW),
                read(n, "bottoms", Bounds.MOLAR_FLOW),
                1 / read(c, "levelTime", Bounds.SHORT_TIME),
                c.at("tolerance").positive());
    }

    private static MolarColumn.Operation operation(JsonCursor o) {
        return new MolarColumn.Operation(
                read(o, "feed", Bounds.MOLAR_FLOW),
                o.at("quality").number(),
                o.at("composition").list(z -> z.between(0, 1)).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray(),
                read(o, "reflux", Bounds.MOLAR_FLOW),
                read(o, "boilup", Bounds.MOLAR_FLOW));
    }
}
