package org.openots.dcs.twin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;

/**
 * A calibration as a file, format {@code openots-twin-calibration}, with all that must be the same when it is taken up.
 *
 * @param stamp what it belongs to
 * @param time end of the record, UTC in ms
 * @param calibration what was found
 */
public record CalibrationFile(Stamp stamp, long time, TwinCalibration calibration) {
    private static final LocalText OUTPUT = new LocalText("孪生输出", "output of the twin");
    private static final LocalText PARAMETER = new LocalText("孪生参数", "parameter of the twin");

    /**
     * What a calibration belongs to.
     *
     * @param plant id of the plant
     * @param pack fingerprint of its files
     * @param map fingerprint of the tag map
     * @param twin fingerprint of the definition of the twin
     * @param engine version of the engine
     */
    public record Stamp(String plant, String pack, String map, String twin, String engine) {
        /**
         * What differs.
         *
         * @param now what there is now
         * @return in words for people; nothing when all is the same
         */
        public Optional<LocalText> difference(Stamp now) {
            if (!plant.equals(now.plant) || !pack.equals(now.pack)) {
                return Optional.of(new LocalText("装置包变了", "the plant pack has changed"));
            }
            if (!map.equals(now.map)) {
                return Optional.of(new LocalText("位号表变了", "the tag map has changed"));
            }
            if (!twin.equals(now.twin)) {
                return Optional.of(new LocalText("孪生定义变了", "the definition of the twin has changed"));
            }
            if (!engine.equals(now.engine)) {
                return Optional.of(new LocalText(
                        "模型引擎由 " + engine + " 换为 " + now.engine,
                        "the engine has changed from " + engine + " to " + now.engine));
            }
            return Optional.empty();
        }
    }

    /**
     * Fingerprint of a definition of the suite, by its file.
     *
     * @param definition of a twin
     * @return SHA-256 as lower-case hex
     */
    public static String fingerprint(TwinDefinition definition) {
        return fingerprint(
                StrictJson.bytes(TwinDefinition.class, "/org/openots/dcs/twin/" + definition.plant() + ".twin.json"));
    }

    /**
     * Fingerprint of a file.
     *
     * @param bytes its content
     * @return SHA-256 as lower-case hex
     */
    public static String fingerprint(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /**
     * Reads a file.
     *
     * @param file its root; mistakes go to its findings
     * @param definition of the twin
     * @return the calibration; not to be used when there is a mistake
     */
    public static CalibrationFile read(JsonCursor file, TwinDefinition definition) {
        file.requireFormat("openots-twin-calibration", "1.0");
        List<String> outputs =
                definition.outputs().stream().map(TwinDefinition.Output::name).toList();
        List<String> parameters = definition.parameters().stream()
                .map(TwinDefinition.Parameter::id)
                .toList();
        Stamp stamp = new Stamp(
                file.at("plant").text(),
                file.at("pack").text(),
                file.at("map").text(),
                file.at("twin").text(),
                file.at("engine").text());
        FitResult fit = new FitResult(
                sized(
                        file.at("parameters"),
                        parameters.size(),
                        file.at("parameters").list(node -> estimate(node, parameters))),
                file.at("condition").positive(),
                file.at("rootMeanSquare").notNegative(),
                file.at("runs").integer(0, Integer.MAX_VALUE));
        ResidualMonitor.Base base = new ResidualMonitor.Base(
                file.at("limit").positive(),
                sized(file.at("charts"), outputs.size(), file.at("charts").list(node -> chart(node, outputs))),
                sized(
                        file.at("precision"),
                        outputs.size(),
                        file.at("precision").list(row -> sized(row, outputs.size(), row.list(JsonCursor::number)))),
                file.at("jointLimit").positive());
        CalibrationFile read = new CalibrationFile(
                stamp,
                file.at("time").longInteger(),
                new TwinCalibration(file.at("seconds").positive(), fit, base, state(file.at("state"))));
        file.finish();
        return read;
    }

    private static <T> List<T> sized(JsonCursor place, int size, List<T> list) {
        if (place.isArray() && list.size() != size) {
            place.report(TwinError.OTHER_OUTPUTS, size);
        }
        return list;
    }

    private static FitResult.Estimate estimate(JsonCursor node, List<String> known) {
        return new FitResult.Estimate(
                node.at("id").nameOf(known, PARAMETER),
                node.at("value").positive(),
                node.at("sigma").notNegative(),
                node.at("identifiable").bool());
    }

    private static ResidualMonitor.Chart chart(JsonCursor node, List<String> known) {
        String output = node.at("output").nameOf(known, OUTPUT);
        return new ResidualMonitor.Chart(
                output.isBlank() ? 0 : node.at("samples").integer(0, Integer.MAX_VALUE),
                node.at("offset").number(),
                node.at("sigma").positive(),
                node.at("memory").between(0, 1),
                node.at("whiteSigma").positive());
    }

    private static TwinCalibration.State state(JsonCursor place) {
        try {
            return new TwinCalibration.State(Base64.getDecoder().decode(place.text()));
        } catch (IllegalArgumentException e) {
            place.report(TwinError.NO_STATE);
            return new TwinCalibration.State(new byte[0]);
        }
    }

    /**
     * The file.
     *
     * @param definition of the twin
     * @return its root
     */
    public ObjectNode json(TwinDefinition definition) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        FitResult fit = calibration.fit();
        root.put("format", "openots-twin-calibration")
                .put("formatVersion", "1.0")
                .put("plant", stamp.plant())
                .put("pack", stamp.pack())
                .put("map", stamp.map())
                .put("twin", stamp.twin())
                .put("engine", stamp.engine())
                .put("time", time)
                .put("seconds", calibration.seconds())
                .put("condition", fit.condition())
                .put("rootMeanSquare", fit.rootMeanSquare())
                .put("runs", fit.evaluations());
        ArrayNode parameters = root.putArray("parameters");
        fit.parameters()
                .forEach(one -> parameters
                        .addObject()
                        .put("id", one.id())
                        .put("value", one.value())
                        .put("sigma", one.sigma())
                        .put("identifiable", one.identifiable()));
        ResidualMonitor.Base base = calibration.base();
        root.put("limit", base.limit()).put("jointLimit", base.jointLimit());
        ArrayNode charts = root.putArray("charts");
        for (int i = 0; i < base.charts().size(); i++) {
            ResidualMonitor.Chart chart = base.charts().get(i);
            charts.addObject()
                    .put("output", definition.outputs().get(i).name())
                    .put("samples", chart.samples())
                    .put("offset", chart.offset())
                    .put("sigma", chart.sigma())
                    .put("memory", chart.memory())
                    .put("whiteSigma", chart.whiteSigma());
        }
        ArrayNode precision = root.putArray("precision");
        base.precision().forEach(row -> row.forEach(precision.addArray()::add));
        return root.put(
                "state", Base64.getEncoder().encodeToString(calibration.state().bytes()));
    }
}
