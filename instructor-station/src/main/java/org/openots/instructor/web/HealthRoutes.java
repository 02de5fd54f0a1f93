package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Role;
import org.openots.instructor.session.TickLateness;
import org.openots.instructor.store.Database;
import org.openots.instructor.upkeep.Backups;
import org.openots.instructor.upkeep.Build;
import org.openots.instructor.upkeep.ChainCheck;
import org.openots.instructor.upkeep.DiskWatch;
import org.openots.instructor.upkeep.Health;
import org.openots.instructor.upkeep.Upkeep;
import org.openots.instructor.upkeep.UpkeepError;
import org.openots.instructor.upkeep.UpkeepSettings;

/** How the station is, for administrators and, to read, for instructors; backups, which hold papers, stay on the disk. */
final class HealthRoutes {
    private static final Set<Role> READERS = Set.of(Role.ADMIN, Role.INSTRUCTOR);
    private static final Set<Role> ADMIN = Set.of(Role.ADMIN);
    /** Longest path of a folder. */
    private static final int LONGEST_PATH = 500;
    /** Backups shown. */
    private static final int SHOWN = 20;

    private final Upkeep upkeep;
    private final Seats seats;
    private final Database database;
    private final Health health;
    private final Clock clock;

    HealthRoutes(ServerParts parts, Seats seats) {
        this.upkeep = parts.upkeep();
        this.seats = seats;
        this.database = parts.database();
        this.clock = parts.database().clock();
        this.health = new Health(upkeep, parts.host(), clock);
    }

    void register(RouteTable table) {
        table.add("GET", "/api/health", READERS, this::show);
        table.add("POST", "/api/health/check", ADMIN, this::check);
        table.add("POST", "/api/health/settings", ADMIN, this::decide);
        table.add("POST", "/api/backups", ADMIN, this::backUp);
    }

    private void show(Context ctx) {
        ObjectNode node = Json.object();
        ArrayNode findings = node.putArray("findings");
        for (Health.Finding one : health.findings()) {
            findings.addObject()
                    .put("code", one.problem().code())
                    .put("serious", one.problem().serious())
                    .set("text", Json.text(one.text()));
        }
        disks(node.putArray("disks"));
        TickLateness.Figures late = upkeep.lateness().figures();
        ObjectNode ticks = node.putObject("ticks")
                .put("count", late.ticks())
                .put("p999Ms", late.millis())
                .put("worstMs", late.worstMillis())
                .put("onTime", late.onTime());
        TickLateness.Total total = upkeep.lateness().total();
        ticks.putObject("sinceStart")
                .put("count", total.ticks())
                .put("late", total.late())
                .put("worstMs", total.worstMillis());
        Health.Runs runs = health.runs();
        node.putObject("runs")
                .put("open", runs.open())
                .put("running", runs.running())
                .put("lost", runs.lost());
        node.put("people", seats.people());
        Health.Memory memory = Health.memory();
        node.putObject("memory").put("used", memory.used()).put("most", memory.most());
        node.putObject("versions")
                .put("build", Build.VERSION)
                .put("engine", upkeep.engine())
                .put("java", Runtime.version().toString())
                .put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        backups(node.putObject("backups"));
        chains(node.putObject("chains"));
        node.set("settings", upkeep.settings().json());
        Json.answer(ctx, node);
    }

    private void disks(ArrayNode list) {
        for (DiskWatch.Disk disk : upkeep.disk().disks()) {
            list.addObject()
                    .put("name", disk.name())
                    .put("folder", disk.folder())
                    .put("freeGb", disk.freeGigabytes())
                    .put("totalGb", disk.totalGigabytes())
                    .put("state", disk.state().name().toLowerCase(Locale.ROOT));
        }
    }

    private void backups(ObjectNode node) {
        List<Backups.Backup> all = upkeep.backups().list();
        node.put("count", all.size());
        health.lastBackup().map(Duration::toSeconds).ifPresent(age -> node.put("ageS", age));
        upkeep.settings().second().ifPresent(second -> node.put("second", "copied"));
        upkeep.backups().secondFailure().ifPresent(why -> node.put("second", "waits"));
        ArrayNode list = node.putArray("list");
        all.stream().limit(SHOWN).forEach(one -> backup(list.addObject(), one));
    }

    private static void backup(ObjectNode node, Backups.Backup backup) {
        node.put("id", backup.id())
                .put("at", backup.at().toString())
                .put("reason", backup.reason())
                .put("bytes", backup.bytes())
                .put("files", backup.files())
                .put("journals", backup.journals())
                .put("damaged", backup.damaged());
    }

    private void chains(ObjectNode node) {
        node.put("running", upkeep.chains().running());
        Optional<ChainCheck.Result> result = upkeep.chains().result();
        result.ifPresent(one -> {
            node.put("at", one.at().toString())
                    .put("ageS", Duration.between(one.at(), clock.instant()).toSeconds())
                    .put("journals", one.journals())
                    .put("records", one.records());
            ArrayNode damaged = node.putArray("damaged");
            for (ChainCheck.Damage damage : one.damaged()) {
                LocalText reason = new LocalText(
                        damage.reason().in(Locale.SIMPLIFIED_CHINESE),
                        damage.reason().in(Locale.ENGLISH));
                damaged.addObject().put("journal", damage.journal()).set("text", Json.text(reason));
            }
        });
    }

    private void check(Context ctx) {
        JsonBody.of(ctx);
        upkeep.chains().begin();
        Json.answer(ctx, Json.object().put("ok", true));
    }

    private void backUp(Context ctx) {
        JsonBody.of(ctx);
        Backups.Backup made = upkeep.backups().now(Backups.MANUAL);
        upkeep.chains().begin();
        audit(ctx, "backup", Json.object().put("id", made.id()).toString());
        ctx.status(201);
        ObjectNode node = Json.object();
        backup(node, made);
        Json.answer(ctx, node);
    }

    private void decide(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "everyMinutes", "keep", "second", "warnGigabytes", "refuseGigabytes");
        UpkeepSettings now = upkeep.settings();
        String second = body.text(
                "second", LONGEST_PATH, now.second().map(Path::toString).orElse(""));
        UpkeepSettings fresh = new UpkeepSettings(
                whole(body, "everyMinutes", UpkeepSettings.SHORTEST, UpkeepSettings.LONGEST, now.everyMinutes()),
                whole(body, "keep", 1, UpkeepSettings.MOST_KEPT, now.keep()),
                second.isBlank() ? Optional.empty() : Optional.of(path(second.trim())),
                body.number("warnGigabytes", UpkeepSettings.LEAST, UpkeepSettings.LARGEST, now.warnGigabytes()),
                body.number("refuseGigabytes", UpkeepSettings.LEAST, UpkeepSettings.LARGEST, now.refuseGigabytes()));
        upkeep.decide(fresh);
        audit(ctx, "upkeep-settings", fresh.json().toString());
        Json.answer(ctx, fresh.json());
    }

    private static int whole(JsonBody body, String field, int low, int high, int absent) {
        double value = body.number(field, low, high, absent);
        if (value != Math.rint(value)) {
            throw new OtsException(StationError.FIELD_RANGE, field, value, low, high);
        }
        return (int) value;
    }

    private static Path path(String text) {
        try {
            Path path = Path.of(text);
            if (!path.isAbsolute()) {
                throw new OtsException(UpkeepError.SECOND_ABSENT, Brief.of(text));
            }
            return path;
        } catch (InvalidPathException e) {
            throw new OtsException(UpkeepError.SECOND_ABSENT, Brief.of(text));
        }
    }

    private void audit(Context ctx, String action, String detail) {
        String by = Gatekeeper.person(ctx).account();
        database.writer().write(unit -> {
            unit.audit(by, action, detail);
            return true;
        });
    }
}
