package org.openots.dcs.influx;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.dcs.value.Sample;

/** Lines as a database demands them, over a real HTTP server, real datagrams and a real file. */
@Timeout(60)
class InfluxSinkTest {
    private static final long TIME = 1_763_800_000_123L;
    /** The grammar of the line protocol, with escapes. */
    private static final Pattern LINE = Pattern.compile(
            "(?<measurement>(?:[^\\\\, ]|\\\\.)+)"
                    + "(?<tags>(?:,(?:[^\\\\,= ]|\\\\.)+=(?:[^\\\\,= ]|\\\\.)+)*)"
                    + " (?<fields>(?:[a-z]+=(?:-?[0-9.]+(?:E-?[0-9]+)?|\"(?:[^\"\\\\]|\\\\.)*\"|true|false),?)+)(?<!,) (?<time>[0-9]{19})\\n");

    @TempDir
    private Path folder;

    private static Sample sample(double value, Quality quality) {
        return new Sample(value, quality, OptionalLong.of(TIME), TIME + 5, 1);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1000 && !condition.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static String field(String line, String group) {
        Matcher matcher = LINE.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        return matcher.group(group);
    }

    @Test
    void everyLineIsOfTheGrammar() {
        LineProtocol lines = new LineProtocol("open ots,1", Map.of("site", "一中 = 东区,2\\", "empty", ""));
        String good = lines.line("TI-702", sample(78.42, Quality.GOOD), false);
        assertThat(good)
                .isEqualTo(
                        "open\\ ots\\,1,quality=good,site=一中\\ \\=\\ 东区\\,2/,tag=TI-702 value=78.42 1763800000123000000\n");
        assertThat(field(good, "time")).isEqualTo("1763800000123000000");
        String bad = lines.line("A\nB", sample(Double.NaN, Quality.bad(Cause.NOT_CONNECTED)), true);
        assertThat(field(bad, "fields")).isEqualTo("cause=\"NOT_CONNECTED\",historical=true");
        assertThat(field(bad, "tags")).contains("tag=A\\ B", "quality=bad");
        String doubtful = lines.line("P", sample(-1.5e-9, Quality.uncertain(Cause.FROZEN)), false);
        assertThat(field(doubtful, "fields")).isEqualTo("value=-1.5E-9,cause=\"FROZEN\"");
        Sample noTime = new Sample(1, Quality.GOOD, OptionalLong.empty(), TIME, 1);
        assertThat(field(lines.line("P", noTime, false), "time")).startsWith("1763800000123");
    }

    @Test
    void aDatabaseThatFailsGetsAllLaterAndOneThatRefusesNothingTwice() throws IOException, InterruptedException {
        Queue<String> bodies = new ConcurrentLinkedQueue<>();
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v2/write", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean known = "Token geheim".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            int status = !known ? 401 : requests.incrementAndGet() <= 2 ? 503 : body.contains("XX") ? 400 : 204;
            if (status == 204) {
                bodies.add(body);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        Path token = Files.writeString(folder.resolve("token"), "geheim\n");
        URI url =
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v2/write?org=school&bucket=rig");
        InfluxSettings settings = new InfluxSettings(
                new InfluxSettings.ToHttp(url, Optional.of(token)),
                "openots",
                Map.of("site", "school"),
                100,
                10,
                Duration.ofMillis(20));
        try (InfluxSink sink = new InfluxSink(settings)) {
            for (int i = 0; i < 50; i++) {
                sink.accept("TI-702", sample(i, Quality.GOOD), false);
            }
            await(() -> sink.status().written() == 50);
            assertThat(sink.status().retries()).isEqualTo(2);
            assertThat(sink.status().problem()).isEmpty();
            sink.accept("XX", sample(1, Quality.GOOD), false);
            await(() -> sink.status().refused() == 1);
            OtsException problem = sink.status().problem().orElseThrow();
            assertThat(problem.errorCode()).isEqualTo(InfluxError.REFUSED);
            assertThat(problem.messageIn(Locale.CHINA))
                    .contains("400", "/api/v2/write")
                    .doesNotContain("bucket");
            sink.accept("TI-703", sample(1, Quality.GOOD), false);
            await(() -> sink.status().written() == 51);
        } finally {
            server.stop(0);
        }
        List<String> lines = new ArrayList<>();
        bodies.forEach(body -> body.lines().map(line -> line + "\n").forEach(lines::add));
        assertThat(lines).hasSize(51).allSatisfy(line -> field(line, "fields"));
        assertThat(bodies).allSatisfy(body -> assertThat(body.lines().count()).isLessThanOrEqualTo(10));
        assertThat(lines.get(49)).contains("value=49.0 ");
    }

    @Test
    void aFullQueueDropsAndNeverWaits() throws IOException {
        Path noFile = folder.resolve("missing").resolve("a.lp");
        InfluxSettings settings =
                new InfluxSettings(new InfluxSettings.ToFile(noFile), "m", Map.of(), 10, 5, Duration.ZERO);
        InfluxSink full = new InfluxSink(settings);
        try (full) {
            for (int i = 0; i < 100; i++) {
                full.accept("T", sample(i, Quality.GOOD), false);
            }
            assertThat(full.status().dropped()).isBetween(80L, 90L);
        }
        InfluxStatus status = full.status();
        assertThat(status.written()).isZero();
        assertThat(status.dropped()).isEqualTo(100);
        assertThat(status.problem().orElseThrow().errorCode()).isEqualTo(InfluxError.NOT_TAKEN);
    }

    @Test
    void filesGrowAndDatagramsHoldWholeLines() throws IOException {
        Path file = Files.writeString(folder.resolve("a.lp"), "old 1 1\n");
        try (InfluxSink sink = new InfluxSink(InfluxSettings.usual(new InfluxSettings.ToFile(file)))) {
            sink.accept("T", sample(1, Quality.GOOD), false);
        }
        assertThat(Files.readAllLines(file)).hasSize(2).first().isEqualTo("old 1 1");
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(20_000);
            InfluxSettings.ToUdp udp = new InfluxSettings.ToUdp("127.0.0.1", socket.getLocalPort());
            try (InfluxSink sink = new InfluxSink(InfluxSettings.usual(udp))) {
                for (int i = 0; i < 40; i++) {
                    sink.accept("TI-702", sample(i, Quality.GOOD), false);
                }
            }
            int lines = 0;
            while (lines < 40) {
                DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
                socket.receive(packet);
                assertThat(packet.getLength()).isLessThanOrEqualTo(1400);
                String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                assertThat(text).endsWith("\n");
                lines += (int) text.lines().count();
            }
            assertThat(lines).isEqualTo(40);
        }
    }

    @Test
    void settingsAreReadAndMistakesNamed() {
        String json = """
                {"measurement": "rig", "tags": {"site": "school"}, "queue": 100, "batch": 10, "flushSeconds": 0.5,
                 "http": {"url": "http://127.0.0.1:8086/api/v2/write?bucket=rig", "tokenFile": "token"}}""";
        InfluxSettings read = InfluxSettings.read(StrictJson.parse("a", json, Findings.throwing()), folder::resolve);
        assertThat(read.flush()).isEqualTo(Duration.ofMillis(500));
        assertThat(read.target()).isInstanceOf(InfluxSettings.ToHttp.class);
        for (String wrong : List.of("{}", "{\"file\": \"a\", \"udp\": {\"host\": \"h\", \"port\": 1}}")) {
            Findings findings = Findings.collecting();
            InfluxSettings.read(StrictJson.parse("a", wrong, findings), folder::resolve);
            assertThat(findings.all())
                    .anySatisfy(finding -> assertThat(finding.code()).isEqualTo(InfluxError.ONE_TARGET));
        }
        Findings findings = Findings.collecting();
        InfluxSettings.read(StrictJson.parse("a", "{\"http\": {\"url\": \"ftp://x\"}}", findings), folder::resolve);
        assertThat(findings.all()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(InfluxError.BAD_URL);
            assertThat(finding.pointer()).isEqualTo("/http/url");
        });
    }
}
