package org.openots.instructor.headless;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.publish.Encoders;
import picocli.CommandLine.Option;

/** How a virtual rig or a replay writes its messages. */
final class GatewayOptions {
    @Option(
            names = "--dialect",
            required = true,
            description = "报文方言 / dialect: native, neuron-values, neuron-tags, kepware, wincc, pointer, sparkplug")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String dialect;

    @Option(names = "--site", defaultValue = "school", description = "主题中的单位名 / name of the site in topics")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String site;

    @Option(names = "--rig", defaultValue = "rig-1", description = "主题中的装置名 / name of the rig in topics")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String rig;

    @Option(
            names = "--zone",
            defaultValue = "Asia/Shanghai",
            description = "不带时区的时间所用时区 / zone of times that are written without one")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String zone;

    @Option(
            names = "--start",
            description = "网关时钟的起点，缺省为现在 / when the gateway starts, e.g. 2026-03-02T08:00:00+08:00; now if left out")
    private @Nullable String start;

    Dialect dialect() {
        return Encoders.dialect(dialect);
    }

    String site() {
        return site;
    }

    String rig() {
        return rig;
    }

    ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw refused(HeadlessError.NOT_A_ZONE, "--zone", zone, e);
        }
    }

    boolean hasStart() {
        return start != null;
    }

    Instant start(InstantSource clock) {
        if (start == null) {
            return clock.instant();
        }
        try {
            return OffsetDateTime.parse(start).toInstant();
        } catch (DateTimeException e) {
            throw refused(HeadlessError.NOT_AN_INSTANT, "--start", start, e);
        }
    }

    private static OtsException refused(HeadlessError error, String option, String text, DateTimeException cause) {
        OtsException refusal = new OtsException(error, option, text);
        refusal.initCause(cause);
        return refusal;
    }
}
