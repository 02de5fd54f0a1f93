package org.openots.simulator.process;

/** The air around the plant. A run may change it, for example for a hot summer day. */
final class Surroundings {
    private double temperature;
    private double pressure;

    Surroundings(double temperature, double pressure) {
        this.temperature = temperature;
        this.pressure = pressure;
    }

    /** K. */
    double temperature() {
        return temperature;
    }

    /** Pa absolute. */
    double pressure() {
        return pressure;
    }

    void set(double newTemperature, double newPressure) {
        temperature = newTemperature;
        pressure = newPressure;
    }
}
