package org.openots.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.simulator.flowsheet.FlowsheetBuilder;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.process.ProcessModel;
import org.openots.simulator.solver.StepStatus;
import org.openots.simulator.thermo.PropertyDatabase;

/**
 * Plant A (ethanol-water rig) brought from cold and empty to total reflux without instruments or controllers, so that
 * only the process model is measured. The reflux pump follows the drum level, which makes the state self-regulating.
 */
public final class WarmColumn {
    private static final String PLANT = "ethanol-water-rig";

    private static final String FLOWSHEET = "flowsheet.json";

    private static final String TRAY = "tray-";

    /** Trays of plant A. */
    private static final int RIG_TRAYS = 14;

    /** Length of a tick in every session: 0.1 s. */
    public static final double TICK = 0.1;

    /** Charging 42 L of the sump's 50 L through the 128 L/h feed pump takes about 1200 s. */
    private static final double CHARGE_SECONDS = 1200;

    /** 42 L warm up in about 750 s at 16 kW; after 3000 s compositions have settled. */
    private static final double HEAT_SECONDS = 3000;

    /** Heater power of total reflux, 14.9 of 27 kW: the column carries load and does not flood. */
    private static final double HEATER = 0.55;

    /** The disturbed load moves heater power by this much (1.35 kW) ... */
    private static final double SWING = 0.05;

    /** ... every 30 s, quicker than the column settles. */
    private static final int SWING_TICKS = 300;

    private final ProcessModel model;
    private final int heater;
    private final int reflux;
    private final int drumLevel;
    private long ticks;

    private WarmColumn(ProcessModel model) {
        this.model = model;
        heater = model.actuator("E-703");
        reflux = model.actuator("P-702A");
        drumLevel = model.variable("drum.level");
    }

    /**
     * Builds the plant and runs it to total reflux.
     *
     * @return the column under load
     */
    public static WarmColumn atTotalReflux() {
        return atTotalReflux(RIG_TRAYS);
    }

    /**
     * Builds the plant with another number of trays, its feeds at the same shares of the height, and runs it to total
     * reflux.
     *
     * @param trays at least 3
     * @return the column under load
     */
    public static WarmColumn atTotalReflux(int trays) {
        WarmColumn column = new WarmColumn(FlowsheetBuilder.build(flowsheet(trays), new PropertyDatabase()));
        column.open("HV-701", "HV-702", "HV-705", "HV-713", "HV-716", "HV-717", "P-701", "P-701.fresh");
        column.run(CHARGE_SECONDS);
        column.shut("P-701", "HV-705", "HV-701", "HV-702");
        column.open("HV-714", "FV-705", "HV-706", "HV-707");
        column.model.drive(column.heater, HEATER);
        column.run(HEAT_SECONDS);
        return column;
    }

    private static JsonCursor flowsheet(int trays) {
        byte[] rig = PackSource.shipped(PLANT).read(FLOWSHEET).orElseThrow();
        try {
            ObjectNode root = (ObjectNode) new ObjectMapper().readTree(rig);
            ((ObjectNode) root.get("traySections").get(0)).put("trays", trays);
            for (JsonNode value : root) {
                for (JsonNode element : value) {
                    String to = element.path("to").asText();
                    if (to.startsWith(TRAY)) {
                        int tray = Integer.parseInt(to.substring(TRAY.length()));
                        ((ObjectNode) element).put("to", TRAY + ((tray * trays + RIG_TRAYS - 1) / RIG_TRAYS));
                    }
                }
            }
            return StrictJson.parse(FLOWSHEET, root.toString().getBytes(StandardCharsets.UTF_8), Findings.throwing());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open(String... actuators) {
        for (String actuator : actuators) {
            model.drive(model.actuator(actuator), 1);
        }
    }

    private void shut(String... actuators) {
        for (String actuator : actuators) {
            model.drive(model.actuator(actuator), 0);
        }
    }

    private void run(double seconds) {
        for (long n = Math.round(seconds / TICK); n > 0; n--) {
            steadyTick();
        }
    }

    /**
     * One tick at constant load.
     *
     * @return how the step ended
     */
    public StepStatus steadyTick() {
        model.drive(reflux, Math.min(1, 2 * model.read(drumLevel)));
        ticks++;
        return model.step(TICK);
    }

    /**
     * One tick while the heater swings, so that Jacobians age as they do when people operate.
     *
     * @return how the step ended
     */
    public StepStatus disturbedTick() {
        model.drive(heater, ticks / SWING_TICKS % 2 == 0 ? HEATER : HEATER - SWING);
        return steadyTick();
    }

    /**
     * The model, to look at.
     *
     * @return the process model
     */
    public ProcessModel model() {
        return model;
    }
}
