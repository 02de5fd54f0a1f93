package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;

/** Who may give whom a new password: an instructor a student, the administrator everybody, nobody else anybody. */
class PasswordHelpTest {
    private static final List<String> STAFF =
            List.of("instructor", "assessor", "exam-officer", "invigilator", "supervisor", "admin2", "admin");

    @TempDir
    private static Path data;

    private static StationFixture station;

    @BeforeAll
    static void start() {
        station = StationFixture.start(data).withPeople();
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static Client.Answer reset(Client by, String account) {
        return by.post("/api/users/" + account + "/password", Map.of());
    }

    @Test
    void anInstructorHelpsAStudentWhoThenSignsInWithTheNewPassword() {
        Client student = station.as("s1");
        String password = reset(station.as("instructor"), "s1")
                .expect(200)
                .json()
                .path("password")
                .asText();
        assertThat(password).hasSizeGreaterThan(8);
        student.get("/api/me").refused(401, "OTS-AUTH-004");
        station.client()
                .post("/api/sign-in", Map.of("account", "s1", "password", StationFixture.PASSWORD))
                .refused(401, "OTS-AUTH-001");
        station.client().signIn("s1", password).get("/api/me").expect(200);
    }

    @Test
    void anInstructorHelpsNobodyElse() {
        Client instructor = station.as("instructor");
        for (String account : STAFF) {
            reset(instructor, account).refused(403, "OTS-AUTH-005");
        }
        reset(instructor, "nobody").refused(404, "OTS-USER-002");
        instructor.get("/api/me").expect(200);
    }

    @Test
    void nobodyButInstructorAndAdministratorHelps() {
        for (String account : List.of("s2", "assessor", "exam-officer", "invigilator", "supervisor")) {
            Client.Answer answer = reset(station.as(account), "s2");
            answer.refused(403, "OTS-AUTH-005");
            assertThat(answer.json().path("message").path("zh").asText())
                    .contains("管理员")
                    .doesNotContain("admin,");
        }
        station.as("s2").get("/api/me").expect(200);
    }

    @Test
    void theAdministratorHelpsEverybody() {
        Client admin = station.as("admin2");
        for (String account : List.of("supervisor", "invigilator")) {
            reset(admin, account).expect(200);
            admin.post("/api/users/" + account + "/password", Map.of("password", StationFixture.PASSWORD))
                    .expect(200);
        }
    }

    @Test
    void aNameOfSpacesIsNoName() {
        Client admin = station.as("admin2");
        Map<String, String> person = Map.of("account", "blank", "name", "  ", "role", "student");
        admin.post("/api/users", person).refused(400, "OTS-WEB-011");
        admin.post("/api/users/blank/password", Map.of()).refused(404, "OTS-USER-002");
    }
}
