package org.openots.simulator.equipment;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.process.Bounds;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.VariableSink;
import org.openots.simulator.thermo.Component;

/**
 * A steam header: saturated steam at a pressure that may fail, and the properties of steam and condensate that its
 * users need. Saturation by IAPWS-IF97 region 4 (Revised Release R7-97(2012), eqs. 30 and 31); enthalpies count from
 * liquid water at 298.15 K, as those of the process do.
 */
public final class Steam implements Link {
    /** Mean specific heat of condensate: 4240 J/(kg K), saturated water between 25 and 150 C (IF97: 4180 to 4310). */
    static final double CONDENSATE_HEAT = 4240;

    private static final double[] N = {
        0.11670521452767e4,
        -0.72421316703206e6,
        -0.17073846940092e2,
        0.12020824702470e5,
        -0.32325550322333e7,
        0.14915108613530e2,
        -0.48232657361591e4,
        0.40511340542057e6,
        -0.23855557567849,
        0.65017534844798e3
    };

    private final String id;
    private final int pressureInput;
    private final Component water;
    private final Relief relief;
    private double pressure;
    private double relieved;
    private double temperature;
    private double density;
    private double specificEnthalpy;
    private double preparedFor = Double.NaN;

    /**
     * Safety valve behind the reducing station, large enough for all that a failed reducing valve lets through: as far
     * as its block valve is open, the header does not rise above the set pressure.
     *
     * @param id name; empty for none
     * @param setPressure Pa absolute
     * @param blockInput index of the opening of its block valve
     */
    public record Relief(String id, double setPressure, int blockInput) {
        /** No safety valve. */
        public static final Relief NONE = new Relief("", 0, -1);
    }

    /**
     * Creates a header.
     *
     * @param id name
     * @param inputs of the flowsheet
     * @param pressure nominal pressure, Pa absolute
     * @param water its property data
     * @param relief its safety valve, or {@link Relief#NONE}
     */
    public Steam(String id, ProcessInputs inputs, double pressure, Component water, Relief relief) {
        this.id = id;
        this.water = water;
        this.relief = relief;
        pressureInput = inputs.declare(id + ".pressure", pressure, Bounds.STEAM_PRESSURE);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<StateBlock> blocks() {
        return List.of();
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        pressure = inputs.get(pressureInput);
        relieved = 0;
        if (relief.blockInput() >= 0) {
            relieved = FastMath.max(0, pressure - relief.setPressure()) * inputs.get(relief.blockInput());
            pressure -= relieved;
        }
        if (pressure != preparedFor) {
            temperature = saturationTemperature(FastMath.max(pressure, LEAST_PRESSURE));
            density = pressure * water.molarMass() / (PhysicalConstants.GAS_CONSTANT * temperature);
            specificEnthalpy = steamEnthalpy(temperature);
            preparedFor = pressure;
        }
    }

    /** Lowest pressure of the saturation line: 611 Pa, the triple point. */
    private static final double LEAST_PRESSURE = 611.657;

    @Override
    public void flows(FlowSink sink) {
        // users book what they take
    }

    /** Pa absolute. */
    double pressure() {
        return pressure;
    }

    /** kg/m3, as an ideal gas; within 5 % up to 6 bar, which a valve's size takes up. */
    double density() {
        return density;
    }

    /** J/kg. */
    double specificEnthalpy() {
        return specificEnthalpy;
    }

    /** Enthalpy of steam at a temperature, J/kg. */
    double steamEnthalpy(double t) {
        return water.vapourEnthalpy().value(t) / water.molarMass();
    }

    double molarMass() {
        return water.molarMass();
    }

    /**
     * Saturation pressure of water, eq. 30.
     *
     * @param t K, 273.15 to 647.096
     * @return Pa
     */
    static double saturationPressure(double t) {
        double theta = t + N[8] / (t - N[9]);
        double a = (theta + N[0]) * theta + N[1];
        double b = (N[2] * theta + N[3]) * theta + N[4];
        double c = (N[5] * theta + N[6]) * theta + N[7];
        double root = 2 * c / (-b + FastMath.sqrt(b * b - 4 * a * c));
        double square = root * root;
        return 1e6 * square * square;
    }

    /**
     * Saturation temperature of water, eq. 31.
     *
     * @param p Pa, 611.213 to 22.064e6
     * @return K
     */
    static double saturationTemperature(double p) {
        double beta = FastMath.sqrt(FastMath.sqrt(p * 1e-6));
        double e = (beta + N[2]) * beta + N[5];
        double f = (N[0] * beta + N[3]) * beta + N[6];
        double g = (N[1] * beta + N[4]) * beta + N[7];
        double d = 2 * g / (-f - FastMath.sqrt(f * f - 4 * e * g));
        double sum = N[9] + d;
        return 0.5 * (sum - FastMath.sqrt(sum * sum - 4 * (N[8] + N[9] * d)));
    }

    /** Density of condensate, kg/m3: linear between 958 at 100 C and 917 at 150 C (IF97). */
    static double condensateDensity(double t) {
        return 958 - 0.82 * (t - 373.15);
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id + ".P", "Pa", this::pressure);
        variables.put(id + ".T", "K", () -> temperature);
        if (relief.blockInput() >= 0) {
            variables.put(relief.id() + ".open", "1", () -> relieved > 0 ? 1 : 0);
        }
    }
}
