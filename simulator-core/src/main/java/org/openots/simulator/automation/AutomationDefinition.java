package org.openots.simulator.automation;

import java.util.List;
import org.openots.common.text.LocalText;
import org.openots.simulator.actuation.AirSupply;
import org.openots.simulator.actuation.ControlValve;
import org.openots.simulator.actuation.DeviceDefinition;
import org.openots.simulator.actuation.HandValve;
import org.openots.simulator.actuation.Heater;
import org.openots.simulator.actuation.MotorValve;
import org.openots.simulator.actuation.PowerSupply;
import org.openots.simulator.actuation.Pump;
import org.openots.simulator.actuation.ShutoffValve;
import org.openots.simulator.actuation.SolenoidValve;
import org.openots.simulator.actuation.TwoPositionSwitch;
import org.openots.simulator.alarm.AlarmDefinition;
import org.openots.simulator.alarm.FirstOutDefinition;
import org.openots.simulator.control.ControlLoops;
import org.openots.simulator.control.ControllerDefinition;
import org.openots.simulator.control.SchemeDefinition;
import org.openots.simulator.field.CheckItem;
import org.openots.simulator.field.FieldItem;
import org.openots.simulator.field.NumberField;
import org.openots.simulator.field.SamplePoint;
import org.openots.simulator.instrument.CalculatedDefinition;
import org.openots.simulator.instrument.ProcessFlag;
import org.openots.simulator.instrument.RatioTag;
import org.openots.simulator.instrument.SpecificEnergyTag;
import org.openots.simulator.instrument.TransmitterDefinition;
import org.openots.simulator.interlock.InterlockDefinition;

/**
 * Everything between the operator and the process of a plant, as its pack describes it.
 *
 * @param instruments instruments.json
 * @param control control.json
 * @param interlocks interlocks.json
 * @param field field.json
 */
public record AutomationDefinition(
        Instruments instruments, Control control, List<InterlockDefinition> interlocks, Field field) {
    /** Copies the list. */
    public AutomationDefinition {
        interlocks = List.copyOf(interlocks);
    }

    /**
     * Measurements and alarms.
     *
     * @param transmitters transmitters, analysers and gas detectors
     * @param ratios calculated ratios
     * @param energies calculated specific energies
     * @param calculated other calculated tags
     * @param flags states of the process without a transmitter
     * @param alarms alarms on all of these, on loops and on flags of other parts
     * @param firstOut first-out groups of alarms
     */
    public record Instruments(
            List<TransmitterDefinition> transmitters,
            List<RatioTag.Definition> ratios,
            List<SpecificEnergyTag.Definition> energies,
            List<CalculatedDefinition> calculated,
            List<ProcessFlag.Definition> flags,
            List<AlarmDefinition> alarms,
            List<FirstOutDefinition> firstOut) {
        /** Copies the lists. */
        public Instruments {
            transmitters = List.copyOf(transmitters);
            ratios = List.copyOf(ratios);
            energies = List.copyOf(energies);
            calculated = List.copyOf(calculated);
            flags = List.copyOf(flags);
            alarms = List.copyOf(alarms);
            firstOut = List.copyOf(firstOut);
        }

        /** The same instruments with all alarms, which are known once the loops are read. */
        Instruments with(List<AlarmDefinition> all) {
            return new Instruments(transmitters, ratios, energies, calculated, flags, all, firstOut);
        }
    }

    /**
     * Supplies, loops and final elements.
     *
     * @param power switches and supplies
     * @param devices pumps, heaters, fans
     * @param valves all valves that are not turned by hand
     * @param loops loops, selectors and the schemes that link them
     */
    public record Control(Power power, Devices devices, Valves valves, ControlLoops.Definition loops) {
        /**
         * The loops.
         *
         * @return in the order of the pack
         */
        public List<ControllerDefinition> controllers() {
            return loops.controllers();
        }

        /**
         * The ways of linking them.
         *
         * @return numbered from 1
         */
        public List<SchemeDefinition> schemes() {
            return loops.schemes();
        }

        /**
         * The scheme at the start.
         *
         * @return its number
         */
        public int initialScheme() {
            return loops.initialScheme();
        }
    }

    /**
     * The supplies.
     *
     * @param switches power switches and emergency stop buttons
     * @param supplies electrical supplies, each after those it depends on
     * @param air instrument air
     */
    public record Power(
            List<TwoPositionSwitch.Definition> switches,
            List<PowerSupply.Definition> supplies,
            List<AirSupply.Definition> air) {
        /** Copies the lists. */
        public Power {
            switches = List.copyOf(switches);
            supplies = List.copyOf(supplies);
            air = List.copyOf(air);
        }
    }

    /**
     * Motors and heaters.
     *
     * @param pumps pumps with drives
     * @param heaters electric heaters
     * @param fans fans
     */
    public record Devices(List<Pump.Definition> pumps, List<Heater.Definition> heaters, List<DeviceDefinition> fans) {
        /** Copies the lists. */
        public Devices {
            pumps = List.copyOf(pumps);
            heaters = List.copyOf(heaters);
            fans = List.copyOf(fans);
        }
    }

    /**
     * Valves that are not turned by hand.
     *
     * @param control control valves
     * @param solenoids solenoid valves
     * @param shutoffs shutoff valves
     * @param motors motor-operated valves
     */
    public record Valves(
            List<ControlValve.Definition> control,
            List<SolenoidValve.Definition> solenoids,
            List<ShutoffValve.Definition> shutoffs,
            List<MotorValve.Definition> motors) {
        /** Copies the lists. */
        public Valves {
            control = List.copyOf(control);
            solenoids = List.copyOf(solenoids);
            shutoffs = List.copyOf(shutoffs);
            motors = List.copyOf(motors);
        }
    }

    /**
     * A function test of gas detectors.
     *
     * @param target what is operated
     * @param text what it is
     * @param detectors tags of the detectors
     */
    public record DetectorTestDefinition(String target, LocalText text, List<String> detectors) {
        /** Copies the list. */
        public DetectorTestDefinition {
            detectors = List.copyOf(detectors);
        }
    }

    /**
     * Work in the field and at the desk.
     *
     * @param handValves hand valves
     * @param equipment protective equipment: required items and decoys
     * @param detectorTests function tests of gas detectors
     * @param checks inspection points
     * @param samples sample points
     * @param desk records, shift record
     */
    public record Field(
            List<HandValve.Definition> handValves,
            List<FieldItem> equipment,
            List<DetectorTestDefinition> detectorTests,
            List<CheckItem> checks,
            List<SamplePoint.Definition> samples,
            Desk desk) {
        /** Copies the lists. */
        public Field {
            handValves = List.copyOf(handValves);
            equipment = List.copyOf(equipment);
            detectorTests = List.copyOf(detectorTests);
            checks = List.copyOf(checks);
            samples = List.copyOf(samples);
        }
    }

    /**
     * What is written down.
     *
     * @param records single numbers
     * @param log fields of the shift record
     */
    public record Desk(List<NumberField> records, List<NumberField> log) {
        /** Copies the lists. */
        public Desk {
            records = List.copyOf(records);
            log = List.copyOf(log);
        }
    }
}
