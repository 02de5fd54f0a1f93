package org.openots.instructor.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.text.Localizable;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.map.TagMapReader;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.error.StationError;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.plant.PlantPack;

/**
 * The tag map of the bridge: read, checked, tried on live messages, and saved without losing the one before. Safe for use
 * by several threads.
 */
public final class MapDesk {
    /** Version of a map that does not exist. */
    public static final String NONE = "none";

    /** The name of the map's file in messages. */
    public static final String FILE = "map.json";

    private static final int MOST_KEPT = 20;
    private static final int VERSION_LETTERS = 12;
    private static final Pattern KEPT = Pattern.compile("map\\.\\d{8}-\\d{6}-\\d{3}\\.json");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final RigDesk rig;
    private final PlantLibrary plants;
    private final Clock clock;
    private final Map<String, PlantSignals> signals = new ConcurrentHashMap<>();
    private @Nullable MapTrialRun trial;

    MapDesk(RigDesk rig, PlantLibrary plants, Clock clock) {
        this.rig = rig;
        this.plants = plants;
        this.clock = clock;
    }

    /**
     * The map as it is in its file.
     *
     * @param version changes with every byte of the file; {@link #NONE} when there is none
     * @param json the bytes, whatever they are
     */
    public record Current(String version, Optional<byte[]> json) {}

    /**
     * A map that was replaced.
     *
     * @param name name of its file
     * @param time when it was replaced, UTC in ms
     */
    public record Kept(String name, long time) {}

    /**
     * The map now.
     *
     * @return its bytes and version
     */
    public synchronized Current current() {
        Optional<byte[]> json = rig.read(rig.mapFile().toString());
        return new Current(json.map(MapDesk::version).orElse(NONE), json);
    }

    private static String version(byte[] json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
            return HexFormat.of().formatHex(digest).substring(0, VERSION_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Signals of a plant.
     *
     * @param plant its id
     * @return the signals
     * @throws OtsException if there is no such plant
     */
    public PlantSignals signals(String plant) {
        return signals.computeIfAbsent(plant, id -> PlantSignals.of(pack(id)));
    }

    /**
     * A plant that a map can be of.
     *
     * @param plant its id
     * @return the plant of the station, or that of the suite
     * @throws OtsException if there is no such plant
     */
    public PlantPack pack(String plant) {
        return plants.pack(plant)
                .or(() -> PlantPack.SHIPPED.contains(plant) ? Optional.of(PlantPack.shipped(plant)) : Optional.empty())
                .orElseThrow(() -> new OtsException(StationError.PLANT_UNKNOWN, plant));
    }

    /**
     * All mistakes of a map.
     *
     * @param json the map
     * @return the mistakes with their places
     */
    public List<Finding> check(byte[] json) {
        Findings findings = Findings.collecting();
        TagMapReader.read(FILE, json, this::signals, findings);
        return findings.all();
    }

    private TagMap sound(byte[] json) {
        Findings findings = Findings.collecting();
        TagMap map = TagMapReader.read(FILE, json, this::signals, findings);
        List<Finding> mistakes = findings.all();
        if (mistakes.size() == 1) {
            throw mistakes.get(0).toException();
        }
        if (!mistakes.isEmpty()) {
            Localizable first = mistakes.get(0);
            throw new OtsException(StationError.MAP_MISTAKES, mistakes.size(), first);
        }
        return map;
    }

    /**
     * Puts a map without mistakes to use: the one before is kept beside it, and the bridge begins anew.
     *
     * @param json the map
     * @param base the version it was made of; nothing to replace whatever there is
     * @throws OtsException if it has a mistake, or if the file is another version by now; nothing is changed then
     */
    public synchronized void save(byte[] json, Optional<String> base) {
        sound(json);
        Current now = current();
        if (base.isPresent() && !base.get().equals(now.version())) {
            throw new OtsException(StationError.MAP_CHANGED, base.get(), now.version());
        }
        now.json().filter(before -> !version(before).equals(version(json))).ifPresent(this::keep);
        rig.write(rig.mapFile().toString(), new String(json, StandardCharsets.UTF_8));
        rig.open();
    }

    private void keep(byte[] before) {
        Instant time = clock.instant();
        String name = name(time);
        while (Files.exists(folder().resolve(name))) {
            time = time.plusMillis(1); // the names are the order
            name = name(time);
        }
        rig.write(folder().resolve(name).toString(), new String(before, StandardCharsets.UTF_8));
        List<Kept> all = kept();
        for (Kept old : all.subList(Math.min(MOST_KEPT, all.size()), all.size())) {
            try {
                Files.deleteIfExists(folder().resolve(old.name()));
            } catch (IOException e) {
                throw FileErrors.unwritable(old.name(), e);
            }
        }
    }

    private static String name(Instant time) {
        return "map." + TIME.format(time) + ".json";
    }

    private Path folder() {
        return Optional.ofNullable(rig.mapFile().toAbsolutePath().getParent()).orElseThrow();
    }

    /**
     * Maps that were replaced.
     *
     * @return at most 20 of them, the newest first
     */
    public List<Kept> kept() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> KEPT.matcher(name).matches())
                    .map(name -> new Kept(name, time(name)))
                    .sorted(Comparator.comparing(Kept::name).reversed())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw FileErrors.unreadable(folder().toString(), e instanceof IOException io ? io : new IOException(e));
        }
    }

    private static long time(String name) {
        String text = name.substring("map.".length(), "map.uuuuMMdd-HHmmss-SSS".length());
        return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /**
     * A map that was replaced.
     *
     * @param name its name
     * @return its bytes
     * @throws OtsException if there is none of this name
     */
    public byte[] kept(String name) {
        return Optional.of(name)
                .filter(one -> KEPT.matcher(one).matches())
                .flatMap(one -> rig.read(folder().resolve(one).toString()))
                .orElseThrow(() -> new OtsException(StationError.NOT_FOUND, name));
    }

    /**
     * Tries a map on live messages; a trial that runs is ended before.
     *
     * @param json a map without mistakes, which need not be saved
     * @param broker where; nothing for the broker of the bridge
     * @param length how long, from the connection on
     * @throws OtsException if the map has mistakes or the bridge has no broker
     */
    public synchronized void begin(byte[] json, Optional<LinkSettings> broker, Duration length) {
        TagMap map = sound(json);
        LinkSettings link = broker.orElseGet(rig::link);
        endTrial();
        trial = new MapTrialRun(rig.trial(link), map, length);
    }

    /**
     * The last trial.
     *
     * @return the trial that runs or ran last
     * @throws OtsException if there was none
     */
    public synchronized MapTrialRun trial() {
        MapTrialRun last = trial;
        if (last == null) {
            throw new OtsException(StationError.NO_TRIAL);
        }
        return last;
    }

    /** Ends the trial, if one runs; what it found stays. */
    public synchronized void endTrial() {
        MapTrialRun last = trial;
        if (last != null) {
            last.end();
        }
    }
}
