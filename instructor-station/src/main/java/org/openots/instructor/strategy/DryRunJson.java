package org.openots.instructor.strategy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Dry runs as JSON. */
public final class DryRunJson {
    private static final double CENT = 100;

    private DryRunJson() {}

    /**
     * A dry run as JSON; points to two decimals.
     *
     * @param run the dry run
     * @return {@code {strategy, version, hash, engine, passed, parts}}
     */
    public static ObjectNode json(DryRun run) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("strategy", run.strategy()).put("version", run.version()).put("hash", run.hash());
        root.put("engine", run.engine()).put("passed", run.passed());
        ArrayNode parts = root.putArray("parts");
        for (DryRun.Part part : run.parts()) {
            ObjectNode node = parts.addObject();
            node.put("section", part.section()).put("plant", part.plant()).put("task", part.task());
            node.put("fault", part.fault()).put("limitSec", part.limit());
            part.expert().ifPresent(points -> node.put("expert", cents(points)));
            node.put("idle", cents(part.idle()));
            part.unearned().forEach(node.putArray("unearned")::add);
            part.silent().forEach(node.putArray("silent")::add);
            node.put("verdict", part.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return root;
    }

    private static double cents(double points) {
        return Math.rint(points * CENT) / CENT;
    }
}
