package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openots.dcs.audit.AuditEntry;
import org.openots.dcs.audit.AuditLog;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.DemoRig;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.content.SuiteContent;

/** The write gate end to end: the station, its broker and the virtual rig, three processes. */
@Timeout(600)
class GateIT {
    private static final String GATE = "/api/rig/gate";
    private static final String TARGET = "FIC-701.SP";
    private static final String FAULT = "FAULT.A-F08";

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(100);
    private static final int TRIES = 5;
    private static final int PORT = BrokerProcess.freePort();

    @TempDir
    private static Path data;

    private static StationFixture station;
    private static Client teacher;
    private static Client engineer;

    @BeforeAll
    static void start() {
        DemoRig.into(data, PORT);
        station = StationFixture.start(StationFixture.config(data, Double.POSITIVE_INFINITY), new SuiteContent().load())
                .withPeople();
        teacher = station.as("instructor");
        engineer = station.as("rig-engineer");
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static JsonNode gate() {
        return teacher.get(GATE).expect(200).json();
    }

    /** Waits with breath between the questions: a busy machine has better things to do. */
    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("never: %s", what).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    /** Everything that a write needs is good; after a jump of the clock of a busy machine that takes a minute. */
    private static void untilAllHolds() {
        until("permissives", () -> {
            JsonNode state = gate();
            boolean all = of(state.path("targets"), TARGET).path("ok").asBoolean();
            for (JsonNode one : state.path("permissives")) {
                all &= one.path("ok").asBoolean();
            }
            return all;
        });
    }

    /** Writes until nothing but the write itself decides: on a busy machine values may be late, which ends a write. */
    private static JsonNode written(double goal) {
        JsonNode end = Json.object();
        for (int i = 0; i < TRIES && !end.path("ok").asBoolean(); i++) {
            untilAllHolds();
            commit(prepared(teacher, TARGET, goal));
            end = ended();
        }
        return end;
    }

    /** A ramp that is under way. */
    private static void ramp(double goal) {
        double before = setPoint();
        for (int i = 0; i < TRIES; i++) {
            untilAllHolds();
            commit(prepared(teacher, TARGET, goal));
            until("a ramp", () -> gate().path("writing").isNull() || Math.abs(setPoint() - before) > 1);
            if (gate().path("writing").isObject()) {
                return;
            }
        }
        throw new AssertionError("no ramp lasts on this machine");
    }

    private static JsonNode of(JsonNode list, String tag) {
        for (JsonNode one : list) {
            if (one.path("tag").asText().equals(tag)) {
                return one;
            }
        }
        throw new AssertionError(tag + " is not in " + list);
    }

    private static double setPoint() {
        JsonNode tags = teacher.get("/api/rig/tags").expect(200).json();
        return of(tags, TARGET).path("value").asDouble();
    }

    private static void key(boolean on) {
        teacher.post(GATE + "/key", Map.of("on", on ? "yes" : "no")).expect(200);
        until(
                "the key",
                () -> of(gate().path("permissives"), "REMOTE_ENABLE").path("ok").asBoolean() == on);
    }

    private static String prepared(Client client, String tag, double value) {
        JsonNode state = client.post(GATE + "/prepare", Map.of("tag", tag, "value", value))
                .expect(200)
                .json();
        return state.path("pending").path(0).path("token").asText();
    }

    private static void commit(String token) {
        teacher.post(GATE + "/commit", Map.of("token", token)).expect(200);
    }

    private static JsonNode ended() {
        until(
                "the end of the write",
                () -> gate().path("writing").isNull() && gate().path("ended").isObject());
        return gate().path("ended");
    }

    private static List<AuditEntry> audited() {
        return AuditLog.verify(data.resolve("rig").resolve("audit.jsonl"));
    }

    private static long sent() {
        return audited().stream().filter(entry -> entry.what().equals("send")).count();
    }

    @Test
    void aClassWritesToItsRig() {
        nobodyElseSeesAnything();
        until("the rig", () -> {
            JsonNode state = gate();
            return state.path("link").path("connected").asBoolean()
                    && of(state.path("targets"), TARGET).path("ok").asBoolean()
                    && of(state.path("permissives"), "I-01.TRIP").path("ok").asBoolean();
        });
        nothingIsWrittenWithoutLeaseAndKey();
        aSetPointGoesToTheRig();
        aFaultNeedsTwo();
        theKeyEndsAWrite();
        aCutLinkEndsAWriteForGood();
        theAuditTellsAll();
    }

    private void nobodyElseSeesAnything() {
        Client student = station.as("s1");
        for (String path : List.of(GATE, "/api/rig/audit", "/api/rig/audit.jsonl")) {
            student.get(path).refused(403, "OTS-AUTH-005");
        }
        for (String deed : List.of("take", "release", "prepare", "approve", "commit", "stop", "key")) {
            student.post(GATE + "/" + deed, Map.of()).refused(403, "OTS-AUTH-005");
        }
        assertThat(student.get("/api/rig").expect(200).body()).doesNotContain("FAULT", "gate");
        assertThat(student.get("/api/rig/tags").expect(200).body()).doesNotContain("FAULT", "\"write\"");
        station.as("assessor").get(GATE).refused(403, "OTS-AUTH-005");
        station.as("supervisor").get("/api/rig/audit").expect(200);
        station.as("admin2").get("/api/rig/audit").expect(200);
    }

    private void nothingIsWrittenWithoutLeaseAndKey() {
        Map<String, Object> wish = Map.of("tag", TARGET, "value", 30);
        teacher.post(GATE + "/prepare", wish).refused(409, "OTS-GATE-004");
        JsonNode lease =
                teacher.post(GATE + "/take", Map.of()).expect(200).json().path("lease");
        assertThat(lease.path("mine").asBoolean()).isTrue();
        assertThat(lease.path("seconds").asDouble()).isBetween(590.0, 600.0);
        engineer.post(GATE + "/take", Map.of()).refused(409, "OTS-GATE-005");
        teacher.post(GATE + "/prepare", wish).refused(409, "OTS-GATE-006");
        key(true);
        teacher.post(GATE + "/prepare", Map.of("tag", TARGET, "value", 1000)).refused(400, "OTS-GATE-003");
        teacher.post(GATE + "/prepare", Map.of("tag", "TIC-799.SP", "value", 1)).refused(404, "OTS-GATE-002");
        teacher.post(GATE + "/prepare", Map.of("tag", FAULT, "value", 0.3)).refused(400, "OTS-GATE-018");
        teacher.post(GATE + "/prepare", Map.of("tag", TARGET)).expect(400);
    }

    private void aSetPointGoesToTheRig() {
        untilAllHolds();
        double before = setPoint();
        double goal = Math.round(before) + 2.0;
        JsonNode state = teacher.post(GATE + "/prepare", Map.of("tag", TARGET, "value", goal))
                .expect(200)
                .json();
        JsonNode pending = state.path("pending").path(0);
        assertThat(pending.path("echo").path("zh").asText())
                .startsWith("将 " + TARGET)
                .contains("斜率 1");
        assertThat(pending.path("echo").path("en").asText()).contains("at 1");
        assertThat(pending.path("seconds").asDouble()).isBetween(13.0, 15.0);
        assertThat(setPoint()).as("nothing is sent before the commit").isEqualTo(before);
        commit(pending.path("token").asText());
        JsonNode end = ended();
        end = end.path("ok").asBoolean() ? end : written(goal);
        assertThat(end.path("ok").asBoolean()).as(end.toString()).isTrue();
        until("the read-back", () -> Math.abs(setPoint() - goal) < 0.01);
        double first = audited().stream()
                .filter(entry -> entry.what().equals("send"))
                .mapToDouble(entry -> Double.parseDouble(entry.details().get("to"))
                        - Double.parseDouble(entry.details().get("from")))
                .findFirst()
                .orElseThrow();
        assertThat(Math.abs(first)).as("bumpless: 0.2 % of the span of 60").isLessThanOrEqualTo(0.12 + 0.01);
        teacher.post(GATE + "/commit", Map.of("token", pending.path("token").asText()))
                .refused(409, "OTS-GATE-010");
    }

    private void aFaultNeedsTwo() {
        until("heat", () -> gate().path("heated").path("on").asBoolean());
        untilAllHolds();
        String token = prepared(teacher, FAULT, 0.5);
        teacher.post(GATE + "/commit", Map.of("token", token)).refused(409, "OTS-GATE-013");
        teacher.post(GATE + "/approve", Map.of("token", token)).refused(409, "OTS-GATE-014");
        JsonNode seen = engineer.get(GATE).expect(200).json().path("pending").path(0);
        assertThat(seen.path("mine").asBoolean()).isFalse();
        assertThat(seen.path("second").asBoolean()).isTrue();
        engineer.post(GATE + "/approve", Map.of("token", seen.path("token").asText()))
                .expect(200);
        commit(token);
        JsonNode end = ended();
        assertThat(end.path("ok").asBoolean()).as(end.toString()).isTrue();
        assertThat(of(gate().path("targets"), FAULT).path("value").asDouble()).isEqualTo(0.5);
    }

    private void theKeyEndsAWrite() {
        ramp(85);
        teacher.post(GATE + "/key", Map.of("on", "no")).expect(200);
        JsonNode end = ended();
        assertThat(end.path("ok").asBoolean()).isFalse();
        // whichever is first: the key as the station sees it, or the rig's own refusal
        assertThat(end.path("reason").path("code").asText()).isIn("OTS-GATE-006", "OTS-GATE-020");
        holds();
        key(true);
        holds();
    }

    /** Nothing is sent any more, and the rig keeps its value. */
    private static void holds() {
        long sent = sent();
        double value = setPoint();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
        assertThat(sent()).isEqualTo(sent);
        assertThat(Math.abs(setPoint() - value)).isLessThan(1.01);
        assertThat(gate().path("writing").isNull()).isTrue();
    }

    private void aCutLinkEndsAWriteForGood() {
        ramp(35);
        // the station starts its broker before the virtual rig; their command lines are too long to be told
        ProcessHandle broker = ProcessHandle.current()
                .children()
                .min(Comparator.comparing(child -> child.info().startInstant().orElse(Instant.MAX)))
                .orElseThrow();
        assertThat(broker.destroyForcibly()).isTrue();
        JsonNode end = ended();
        assertThat(end.path("ok").asBoolean()).isFalse();
        assertThat(end.path("reason").path("code").asText()).startsWith("OTS-GATE-");
        long sent = sent();
        teacher.post(GATE + "/prepare", Map.of("tag", TARGET, "value", 60)).expect(409);
        try (BrokerProcess again = BrokerProcess.embedded(data, PORT).start()) {
            until("the link", () -> gate().path("link").path("connected").asBoolean());
            untilAllHolds();
            double there = setPoint();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
            assertThat(sent()).as("nothing is sent later").isEqualTo(sent);
            assertThat(setPoint()).isEqualTo(there).isGreaterThan(35);
            assertThat(again.pid()).isPositive();
        }
    }

    private void theAuditTellsAll() {
        teacher.post(GATE + "/release", Map.of()).expect(200);
        List<AuditEntry> all = audited();
        assertThat(all)
                .extracting(AuditEntry::what)
                .startsWith("open", "take", "key", "prepare", "commit", "send")
                .contains("done", "approve", "end")
                .endsWith("release");
        JsonNode page = teacher.get("/api/rig/audit?size=5").expect(200).json();
        assertThat(page.path("verified").asBoolean()).isTrue();
        assertThat(page.path("sound").asInt()).isEqualTo(all.size());
        assertThat(page.path("entries")).hasSize(5);
        assertThat(page.path("entries").path(0).path("what").asText()).isEqualTo("release");
        JsonNode found =
                teacher.get("/api/rig/audit?q=approve&size=5").expect(200).json();
        assertThat(found.path("matching").asInt()).isEqualTo(1);
        assertThat(found.path("entries").path(0).path("who").asText()).isEqualTo("rig-engineer");
        assertThat(teacher.get("/api/rig/audit.jsonl")
                        .expect(200)
                        .body()
                        .lines()
                        .count())
                .isEqualTo(all.size());
    }
}
