package org.openots.simulator.process;

import java.util.List;

/** The air around the plant. A run may change it, for example for a hot summer day or a falling barometer, and with
 * {@code ambient.exposure} how much of everything's heat it takes. */
public final class Surroundings implements Link {
    private final int temperatureInput;
    private final int pressureInput;
    private final int exposureInput;
    private double temperature;
    private double pressure;
    private double exposure = 1;

    /**
     * Declares the weather.
     *
     * @param inputs of the flowsheet
     * @param temperature usual temperature, K
     * @param pressure usual pressure, Pa absolute
     */
    public Surroundings(ProcessInputs inputs, double temperature, double pressure) {
        this.temperature = temperature;
        this.pressure = pressure;
        temperatureInput = inputs.declare("ambient.temperature", temperature, Bounds.AMBIENT_TEMPERATURE);
        pressureInput = inputs.declare("ambient.pressure", pressure, Bounds.AMBIENT_PRESSURE);
        exposureInput = inputs.declare("ambient.exposure", exposure, Bounds.EXPOSURE);
    }

    @Override
    public String id() {
        return "ambient";
    }

    @Override
    public List<StateBlock> blocks() {
        return List.of();
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        temperature = inputs.get(temperatureInput);
        pressure = inputs.get(pressureInput);
        exposure = inputs.get(exposureInput);
    }

    @Override
    public void flows(FlowSink sink) {
        // the air only answers to others
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put("ambient.P", "Pa", this::pressure);
        variables.put("ambient.T", "K", this::temperature);
    }

    /**
     * Heat that a part takes up from the air, W; negative when it is the warmer one. Wind, rain and the state of the lagging
     * act on all parts alike.
     *
     * @param conductance of the part to still air with the lagging of its data sheet, W/K
     * @param partTemperature of the part, K
     */
    public double heatInto(double conductance, double partTemperature) {
        return exposure * conductance * (temperature - partTemperature);
    }

    /** K. */
    public double temperature() {
        return temperature;
    }

    /** Pa absolute. */
    public double pressure() {
        return pressure;
    }
}
