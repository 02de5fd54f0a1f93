package org.openots.dcs.bridge;

import java.nio.file.Path;
import java.util.Optional;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.dcs.agent.RigTopics;
import org.openots.dcs.influx.InfluxSettings;
import org.openots.dcs.mqtt.LinkFile;

/** Reads the settings of a bridge, format {@code openots-bridge}. */
public final class BridgeFile {
    /** Beside 1883, which a broker of the school may have. */
    public static final int USUAL_PORT = 18_830;

    private static final long GIGABYTE = 1_000_000_000;

    /** Most that the history may need unless the file says otherwise, bytes: about a month of 400 rows a second. */
    public static final long USUAL_HISTORY = 20 * GIGABYTE;

    private BridgeFile() {}

    /**
     * Reads a file. Other files it names are relative to its folder.
     *
     * @param file the file
     * @return the settings
     * @throws org.openots.common.error.OtsException naming file, place, value and rule of what is wrong
     */
    public static BridgeSettings read(Path file) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        return read(StrictJson.read(file, Findings.throwing()), folder);
    }

    /**
     * Reads settings.
     *
     * @param root the beginning of the file
     * @param folder where other files that it names are
     * @return the settings; with findings they must not be used
     */
    public static BridgeSettings read(JsonCursor root, Path folder) {
        String version = root.requireFormat("openots-bridge", "1.0", "1.1");
        boolean first = version.equals("1.0");
        Optional<JsonCursor> gate = first ? Optional.empty() : root.optional("writeGate");
        Optional<JsonCursor> twin = first ? Optional.empty() : root.optional("twin");
        Optional<JsonCursor> influx = first ? Optional.empty() : root.optional("influx");
        BridgeSettings settings = new BridgeSettings(
                root.at("title").localText(),
                root.optional("broker").map(broker -> LinkFile.read(broker, folder::resolve)),
                root.optional("ownPort").map(c -> c.integer(1, 65_535)).orElse(USUAL_PORT),
                folder.resolve(root.at("map").text()),
                root.optional("native").map(BridgeFile::wire),
                root.optional("virtualRig").map(BridgeFile::virtual),
                root.optional("historyGigabytes")
                        .map(c -> c.integer(1, 10_000) * GIGABYTE)
                        .orElse(USUAL_HISTORY),
                gate.map(new GateFile(folder)::read),
                twin.map(BridgeFile::twin).orElse(BridgeSettings.Twin.USUAL),
                influx.map(c -> InfluxSettings.read(c, folder::resolve)));
        if (gate.isPresent() && settings.wire().isEmpty()) {
            gate.get().report(BridgeError.GATE_NATIVE);
        }
        root.finish();
        return settings;
    }

    private static BridgeSettings.Virtual virtual(JsonCursor c) {
        return new BridgeSettings.Virtual(
                c.at("plant").text(),
                c.optional("mismatch").map(n -> n.integer(0, Integer.MAX_VALUE)).orElse(0),
                c.optional("from").map(JsonCursor::text).orElse("normal"));
    }

    private static BridgeSettings.Twin twin(JsonCursor c) {
        BridgeSettings.Twin usual = BridgeSettings.Twin.USUAL;
        return new BridgeSettings.Twin(
                c.optional("on").map(JsonCursor::bool).orElse(usual.on()),
                c.optional("filter").map(JsonCursor::bool).orElse(usual.filter()),
                c.optional("settleMinutes").map(n -> 60 * n.between(0, 240)).orElse(usual.settleSeconds()),
                c.optional("falseAlarms").map(n -> n.between(0.01, 100)).orElse(usual.falseAlarms()));
    }

    private static BridgeSettings.Wire wire(JsonCursor c) {
        return new BridgeSettings.Wire(
                new RigTopics(c.at("site").text(), c.at("rig").text()),
                c.at("consumer").text());
    }
}
