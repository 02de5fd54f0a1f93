package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;
import org.openots.distillation.field3d.net.FieldLink;
import org.openots.distillation.field3d.net.LinkState;
import org.openots.distillation.field3d.net.NetError;
import org.openots.distillation.field3d.net.Outcome;
import org.openots.distillation.field3d.net.Snapshot;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.tank.Await;

/** The field station's own connection against a real station. */
class FieldLinkTest {
    @TempDir
    private static Path data;

    private static StationFixture station;

    @BeforeAll
    static void start() {
        station = StationFixture.start(StationFixture.config(data, Double.POSITIVE_INFINITY), new SuiteContent().load())
                .withPeople();
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    @Test
    void oneComesInSeesAndOperates() {
        Client student = station.as("s1");
        String run = station.run(student, "A-1");
        try (FieldPlayer player = FieldPlayer.join(student, run, "f1")) {
            assertThat(player.link().joined().plant()).isEqualTo("ethanol-water-rig");
            assertThat(player.link().joined().seat()).isEqualTo("01");
            assertThat(player.link().pack().field().valves()).containsKey("HV-714");
            Snapshot first = player.until("everything", Snapshot::full);
            assertThat(first.values()).containsKey("HV-701").doesNotContainKey("FIC-701.SP");
            assertThat(player.link().state().phase()).isEqualTo(LinkState.Phase.CONNECTED);
            Outcome nowhere = player.operate("HV-701", "position", 30, "");
            assertThat(nowhere.applied()).isFalse();
            assertThat(nowhere.code()).isEqualTo("OTS-FIELD-301");
            assertThat(nowhere.text().in(Locale.ENGLISH)).contains("HV-701");
            player.dress();
            player.operateAt(1.9, 5.6, "HV-701", "position", 30, "");
            player.until("open", snapshot -> player.value("HV-701") > 29);
        }
        student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
    }

    @Test
    void theBoardIsHeardInTheField() {
        Client student = station.as("s1");
        String run = station.run(student, "A-1");
        try (FieldPlayer player = FieldPlayer.join(student, run, "f1")) {
            player.until("everything", Snapshot::full);
            student.post(
                            "/api/runs/" + run + "/commands",
                            Map.of("cid", "b1", "target", "RADIO", "verb", "call", "text", "please-open:FIC-701"))
                    .expect(200);
            Snapshot heard = player.until(
                    "the board", snapshot -> !snapshot.brief().calls().isEmpty());
            assertThat(heard.brief().calls()).singleElement().satisfies(call -> {
                assertThat(call.board()).isTrue();
                assertThat(call.text().zh()).isEqualTo("中控对讲：“外操，请打开 FIC-701”");
            });
        }
        student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
    }

    @Test
    void twoOperatorsSeeEachOther() {
        Client student = station.as("s1");
        Client teacher = station.as("instructor");
        String run = station.run(student, "A-1");
        try (FieldPlayer one = FieldPlayer.join(student, run, "f1");
                FieldPlayer other = FieldPlayer.join(teacher, run, "f2")) {
            one.until("everything", Snapshot::full);
            other.until("everything", Snapshot::full);
            one.stand(4, 3);
            Snapshot seen =
                    other.until("the student", snapshot -> !snapshot.people().isEmpty());
            assertThat(seen.people().get(0).name()).isEqualTo("人s1");
            assertThat(seen.people().get(0).foot().x()).isEqualTo(4);
            assertThat(seen.people().get(0).foot().y()).isCloseTo(0, within(1e-3f));
            other.stand(6, 3);
            one.until("the teacher", snapshot -> !snapshot.people().isEmpty());
            one.link().close();
            other.until("the student has left", snapshot -> snapshot.people().isEmpty());
        }
        student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
    }

    @Test
    void aWrongTicketAndAWrongAddressAreNamed() {
        assertThatThrownBy(() -> FieldLink.join(station.client().base(), "12345678", "f"))
                .isInstanceOfSatisfying(OtsException.class, e -> {
                    assertThat(e.errorCode()).isEqualTo(NetError.REFUSED);
                    assertThat(e.messageIn(Locale.ENGLISH)).contains("OTS-AUTH-010");
                });
        assertThatThrownBy(() -> FieldLink.join("127.0.0.1:1", "12345678", "f"))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(NetError.UNREACHABLE));
    }

    @Test
    void aClosedRunAndANewSignInEndTheConnection() {
        Client student = station.as("s2");
        String run = station.run(student, "A-1");
        try (FieldPlayer player = FieldPlayer.join(student, run, "f1")) {
            player.until("everything", Snapshot::full);
            Client elsewhere = station.as("s2");
            Await.until("taken over", () -> player.link().state().phase() == LinkState.Phase.SIGNED_IN_ELSEWHERE);
            try (FieldPlayer again = FieldPlayer.join(elsewhere, run, "f2")) {
                again.until("everything", Snapshot::full);
                elsewhere.post("/api/runs/" + run + "/close", Map.of()).expect(200);
                Await.until("closed", () -> again.link().state().phase() == LinkState.Phase.RUN_CLOSED);
            }
        }
    }
}
