package org.openots.dcs.influx;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openots.common.json.JsonCursor;

/**
 * Where samples go in line protocol, and how.
 *
 * @param target where
 * @param measurement name of the measurement (table)
 * @param tags written on every line, for example the site
 * @param queue samples that wait at most; further ones are dropped and counted
 * @param batch most lines in one write
 * @param flush longest time a line waits for others
 */
public record InfluxSettings(
        Target target, String measurement, Map<String, String> tags, int queue, int batch, Duration flush) {
    /** A minute of 1000 samples a second. */
    public static final int USUAL_QUEUE = 60_000;
    /** InfluxDB's own recommendation for a batch is 5000 lines. */
    public static final int USUAL_BATCH = 5_000;
    /** As often as a rig is scanned. */
    public static final Duration USUAL_FLUSH = Duration.ofSeconds(1);

    private static final String USUAL_MEASUREMENT = "openots";
    private static final int MOST_QUEUE = 10_000_000;
    private static final int MOST_BATCH = 50_000;
    private static final int HIGHEST_PORT = 65_535;
    private static final double LONGEST_FLUSH = 60;
    private static final double MILLI = 1e3;

    /** Keeps a sorted copy of the tags. */
    public InfluxSettings {
        tags = Map.copyOf(new TreeMap<>(tags));
    }

    /** Where lines go. */
    public sealed interface Target {
        /**
         * As people call it.
         *
         * @return its address
         */
        String shown();
    }

    /**
     * A file that grows.
     *
     * @param path the file
     */
    public record ToFile(Path path) implements Target {
        @Override
        public String shown() {
            return path.toString();
        }
    }

    /**
     * Datagrams; nobody says whether they arrive.
     *
     * @param host name or address
     * @param port port
     */
    public record ToUdp(String host, int port) implements Target {
        @Override
        public String shown() {
            return "udp://" + host + ":" + port;
        }
    }

    /**
     * The write address of a database.
     *
     * @param url with organisation and bucket, or database; times are in ns, which is what databases expect unless told
     * @param token file with the token, sent as {@code Authorization: Token}
     */
    public record ToHttp(URI url, Optional<Path> token) implements Target {
        @Override
        public String shown() {
            return url.getScheme() + "://" + url.getAuthority() + url.getPath();
        }
    }

    /**
     * A sink with the usual numbers.
     *
     * @param target where
     * @return the settings
     */
    public static InfluxSettings usual(Target target) {
        return new InfluxSettings(target, USUAL_MEASUREMENT, Map.of(), USUAL_QUEUE, USUAL_BATCH, USUAL_FLUSH);
    }

    /**
     * Reads the part of a file of settings that is about a sink.
     *
     * @param node the part
     * @param files where a file is that the part names
     * @return the settings; not to be used when there is a mistake
     */
    public static InfluxSettings read(JsonCursor node, Function<String, Path> files) {
        List<Optional<Target>> targets = Stream.of(
                        node.optional("file").<Target>map(file -> new ToFile(files.apply(file.text()))),
                        node.optional("udp")
                                .<Target>map(udp -> new ToUdp(
                                        udp.at("host").text(), udp.at("port").integer(1, HIGHEST_PORT))),
                        node.optional("http").<Target>map(http -> http(http, files)))
                .filter(Optional::isPresent)
                .toList();
        if (targets.size() != 1) {
            node.report(InfluxError.ONE_TARGET);
        }
        Map<String, String> tags = new TreeMap<>();
        node.optional("tags").ifPresent(list -> list.fields().forEach((name, value) -> tags.put(name, value.text())));
        return new InfluxSettings(
                targets.stream().findFirst().flatMap(first -> first).orElse(new ToFile(Path.of("influx.lp"))),
                node.optional("measurement").map(JsonCursor::text).orElse(USUAL_MEASUREMENT),
                tags,
                node.optional("queue").map(n -> n.integer(1, MOST_QUEUE)).orElse(USUAL_QUEUE),
                node.optional("batch").map(n -> n.integer(1, MOST_BATCH)).orElse(USUAL_BATCH),
                node.optional("flushSeconds")
                        .map(n -> Duration.ofMillis(Math.round(n.between(0, LONGEST_FLUSH) * MILLI)))
                        .orElse(USUAL_FLUSH));
    }

    private static Target http(JsonCursor node, Function<String, Path> files) {
        JsonCursor place = node.at("url");
        String text = place.text();
        Optional<Path> token = node.optional("tokenFile").map(JsonCursor::text).map(files);
        try {
            URI url = new URI(text);
            if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
                return new ToHttp(url, token);
            }
        } catch (URISyntaxException e) {
            place.report(InfluxError.BAD_URL, text);
            return new ToHttp(URI.create("http://localhost"), token);
        }
        place.report(InfluxError.BAD_URL, text);
        return new ToHttp(URI.create("http://localhost"), token);
    }
}
