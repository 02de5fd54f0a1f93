package org.openots.dcs.twin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.simulator.plant.InitialCondition;
import org.openots.simulator.plant.PackSource;

/**
 * What makes the model of a plant a twin of its rig: which readings drive it, which are compared with it, which of its
 * parameters are fitted. Read from a file {@code openots-twin}.
 *
 * @param plant id of the plant
 * @param initialCondition where the model starts
 * @param tickSeconds length of the model's tick, s; longer than in sessions, because nobody operates it by hand
 * @param setUp orders given to the model at its start: modes of loops, bypasses
 * @param stores tanks that are filled again and again, so that the model never runs empty
 * @param operating readings that tell whether the rig works at all; empty when it always does
 * @param inputs readings that drive the model
 * @param outputs readings that are compared
 * @param parameters what is fitted
 * @param softSensors what the model knows and the rig does not measure
 */
public record TwinDefinition(
        String plant,
        String initialCondition,
        double tickSeconds,
        List<Order> setUp,
        Stores stores,
        List<Operating> operating,
        List<Input> inputs,
        List<Output> outputs,
        List<Parameter> parameters,
        List<SoftSensor> softSensors) {
    /** Plants with a twin in the suite. */
    public static final List<String> SHIPPED = List.of("ethanol-water-rig");

    /** Keeps unmodifiable copies. */
    public TwinDefinition {
        setUp = List.copyOf(setUp);
        operating = List.copyOf(operating);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        parameters = List.copyOf(parameters);
        softSensors = List.copyOf(softSensors);
    }

    /**
     * An order to the model.
     *
     * @param target what is operated
     * @param verb what is done to it
     * @param value number of the operation, in engineering units
     */
    public record Order(String target, String verb, double value) {}

    /**
     * Tanks that never run empty or over.
     *
     * @param periodSeconds model time between two fillings, s
     * @param holdups what is in them after one
     */
    public record Stores(double periodSeconds, List<InitialCondition.Charge> holdups) {
        /** Keeps an unmodifiable copy. */
        public Stores {
            holdups = List.copyOf(holdups);
        }
    }

    /**
     * A reading that is high while the rig works. The rig works while more than half of those that are good are.
     *
     * @param tag of the rig
     * @param unit its unit
     * @param least lowest value of a rig at work, in its unit
     */
    public record Operating(String tag, String unit, double least) {}

    /**
     * A reading that drives the model: it operates something, sets an input of the process, or corrects another reading.
     *
     * @param tag of the rig
     * @param unit its unit
     * @param target what it operates in the model, empty when it does not
     * @param verb how
     * @param parameter the input of the process that it sets, converted to SI; empty when it does not
     * @param corrects the reading that it corrects, so that the model does not drift away from the rig although it is held at
     *     the position of a valve; empty when it does not
     * @param gain what is added to the corrected reading for each unit by which the model's reading of this tag is above the
     *     rig's; 0 when it corrects nothing
     * @param smoothingSeconds time constant of the first-order lag that keeps the noise of the reading out of the model, s; 0
     *     for none
     */
    public record Input(
            String tag,
            String unit,
            String target,
            String verb,
            String parameter,
            String corrects,
            double gain,
            double smoothingSeconds) {}

    /** What a reading is compared with. */
    public enum Against {
        /** The reading of the same name in the model. */
        MODEL,
        /** Another reading of the rig, such as a set point. */
        SIGNAL,
        /** Its own mean in the calibration; for what nobody should change, such as utilities. */
        MEAN
    }

    /**
     * A reading that is compared.
     *
     * @param tag of the rig
     * @param unit its unit
     * @param against what it is compared with
     * @param other the other reading, empty unless it is compared with one
     * @param accuracy how well a fitted model of this kind can meet it, standard deviation in its unit
     * @param everySeconds time between two new values of an analyser, s; 0 when every scan has one
     * @param fitted whether parameters are fitted to it
     */
    public record Output(
            String tag,
            String unit,
            Against against,
            String other,
            double accuracy,
            double everySeconds,
            boolean fitted) {
        /**
         * Its name in tables.
         *
         * @return the tag, with the other reading where it is compared with one
         */
        public String name() {
            return switch (against) {
                case MODEL -> tag;
                case SIGNAL -> tag + "-" + other;
                case MEAN -> tag + "-mean";
            };
        }
    }

    /** How the value of a parameter becomes an input of the model. */
    public enum Scale {
        /** In proportion. */
        FACTOR,
        /** A Murphree efficiency E, which is E/(1 - E) transfer units. */
        MURPHREE
    }

    /**
     * A parameter that is fitted.
     *
     * @param id its name
     * @param text its name for people
     * @param input the input of the process
     * @param flowsheet JSON pointer of the number in the flowsheet that is enlarged so that the input stays a share of it;
     *     empty when there is none
     * @param spare by how much it is enlarged
     * @param scale how a value becomes an input
     * @param start what is expected before anything is known
     * @param sigma how uncertain that is, standard deviation
     * @param low lowest value
     * @param high highest value
     * @param walk how far it may wander in an hour, standard deviation
     */
    public record Parameter(
            String id,
            LocalText text,
            String input,
            String flowsheet,
            double spare,
            Scale scale,
            double start,
            double sigma,
            double low,
            double high,
            double walk) {
        /**
         * A value within the bounds.
         *
         * @param value any number
         * @return the nearest value that is allowed
         */
        public double bounded(double value) {
            return Math.max(low, Math.min(high, value));
        }
    }

    /**
     * Something that is estimated instead of measured.
     *
     * @param id its name
     * @param text its name for people
     * @param variable of the process
     * @param unit in which it is shown
     * @param accuracy of a fitted model of this kind, standard deviation in its unit
     */
    public record SoftSensor(String id, LocalText text, String variable, String unit, double accuracy) {}

    /**
     * The twin of a plant of the suite.
     *
     * @param plant its id
     * @return the definition
     * @throws OtsException if it has none
     */
    public static TwinDefinition shipped(String plant) {
        if (!SHIPPED.contains(plant)) {
            throw new OtsException(TwinError.NO_TWIN, plant, String.join(", ", SHIPPED));
        }
        return TwinDefinitionReader.read(
                StrictJson.resource(
                        TwinDefinition.class, "/org/openots/dcs/twin/" + plant + ".twin.json", Findings.throwing()),
                PackSource.shipped(plant));
    }

    /**
     * All readings of the rig that the twin needs.
     *
     * @return tags without repetition: inputs, outputs, what outputs are compared with, what tells whether the rig works
     */
    public List<String> tags() {
        Set<String> tags = new LinkedHashSet<>();
        inputs.forEach(input -> tags.add(input.tag()));
        outputs.forEach(output -> tags.add(output.tag()));
        outputs.stream().map(Output::other).filter(other -> !other.isEmpty()).forEach(tags::add);
        operating.forEach(one -> tags.add(one.tag()));
        return new ArrayList<>(tags);
    }

    /**
     * Where the fit starts.
     *
     * @return one value a parameter
     */
    public double[] startValues() {
        return parameters.stream().mapToDouble(Parameter::start).toArray();
    }
}
