package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.people.Role;
import org.openots.instructor.tank.TankLibrary;

/** Every route the server really has, tried by every role, from a foreign page, and without signing in. */
class AccessMatrixTest {
    @TempDir
    private static Path data;

    private static StationFixture station;
    private static String run;
    private static final Map<Role, Client> CLIENTS = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        station = StationFixture.start(data).withPeople();
        CLIENTS.put(Role.STUDENT, station.as("s2"));
        CLIENTS.put(Role.INSTRUCTOR, station.as("instructor"));
        CLIENTS.put(Role.ASSESSOR, station.as("assessor"));
        CLIENTS.put(Role.EXAM_OFFICER, station.as("exam-officer"));
        CLIENTS.put(Role.INVIGILATOR, station.as("invigilator"));
        CLIENTS.put(Role.SUPERVISOR, station.as("supervisor"));
        CLIENTS.put(Role.RIG_ENGINEER, station.as("rig-engineer"));
        CLIENTS.put(Role.ADMIN, station.as("admin2"));
        run = station.run(station.as("s1"), TankLibrary.PRACTICE);
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static List<RouteRow> routes() {
        return station.station().routes();
    }

    private static String path(RouteRow route) {
        return route.path()
                .replace("/runs/{id}", "/runs/" + run)
                .replace("{id}", "tank")
                .replace("{account}", "nobody")
                .replace("{k}", "k99")
                .replace("{second}", "0.2")
                .replace("{file}", "en.json")
                .replace("<path>", "app.js");
    }

    private static Client.Answer call(Client client, RouteRow route, String origin) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        if (!origin.isEmpty()) {
            headers.put("Origin", origin);
        }
        return client.raw(route.method(), path(route), headers, route.method().equals("POST") ? "{\"x\":1}" : null);
    }

    @Test
    void everyRouteIsOpenOnPurposeOrNamesItsRoles() {
        assertThat(routes()).hasSizeGreaterThan(25);
        assertThat(routes())
                .allSatisfy(route -> assertThat(route.open() || !route.roles().isEmpty())
                        .as("%s %s", route.method(), route.path())
                        .isTrue());
        assertThat(routes())
                .filteredOn(RouteRow::open)
                .extracting(route -> route.method() + " " + route.path())
                .containsExactlyInAnyOrder(
                        "POST /api/sign-in",
                        "POST /api/sign-in/code",
                        "POST /api/field/join",
                        "GET /i18n/{file}",
                        "GET /webjars/<path>",
                        "GET /",
                        "GET /<path>");
    }

    @Test
    void whoIsNotSignedInGets401() {
        Client nobody = station.client();
        for (RouteRow route : routes()) {
            if (!route.open() && !route.method().equals("WS")) {
                Client.Answer answer = call(nobody, route, nobody.base());
                assertThat(answer.status())
                        .as("%s %s", route.method(), route.path())
                        .isEqualTo(401);
                assertThat(answer.code()).isEqualTo("OTS-AUTH-004");
            } else if (route.method().equals("WS")) {
                assertThat(nobody.refusedSocket(path(route), nobody.base()))
                        .as(route.path())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void aRoleThatIsNotNamedGets403AndANamedOneDoesNotGetThatCode() {
        for (RouteRow route : routes()) {
            if (route.open() || route.path().equals("/api/sign-out")) {
                continue;
            }
            CLIENTS.forEach((role, client) -> check(route, role, client));
        }
    }

    private static void check(RouteRow route, Role role, Client client) {
        boolean allowed = route.roles().contains(role);
        if (route.method().equals("WS")) {
            int status = client.refusedSocket(path(route), client.base());
            // the student of the matrix does not own the run, and the rig engineer sees runs on the rig only
            boolean own = route.path().startsWith("/ws/my/");
            boolean opens = allowed && (own || (role != Role.STUDENT && role != Role.RIG_ENGINEER));
            assertThat(status).as("WS %s %s", route.path(), role).isEqualTo(opens ? 101 : 403);
            return;
        }
        Client.Answer answer = call(client, route, client.base());
        if (allowed) {
            assertThat(answer.body())
                    .as("%s %s %s", role, route.method(), route.path())
                    .doesNotContain("OTS-AUTH-005");
        } else {
            assertThat(answer.status())
                    .as("%s %s %s", role, route.method(), route.path())
                    .isEqualTo(403);
            assertThat(answer.code()).isEqualTo("OTS-AUTH-005");
        }
    }

    @Test
    void aForeignOrMissingOriginIsRefusedForEveryChangeAndSocket() {
        Client teacher = Objects.requireNonNull(CLIENTS.get(Role.INSTRUCTOR));
        for (RouteRow route : routes()) {
            if (route.method().equals("GET")) {
                continue;
            }
            for (String origin : List.of("http://evil.example", "null", "")) {
                if (route.method().equals("WS")) {
                    String foreign = origin.isEmpty() ? "null" : origin;
                    assertThat(teacher.refusedSocket(path(route), foreign))
                            .as(route.path())
                            .isEqualTo(403);
                } else {
                    Client.Answer answer = call(teacher, route, origin);
                    assertThat(answer.status())
                            .as("%s %s", route.method(), route.path())
                            .isEqualTo(403);
                    assertThat(answer.code()).isEqualTo("OTS-AUTH-007");
                }
            }
        }
    }

    @Test
    void aStudentCannotReachTheRunOfAnother() {
        Client other = Objects.requireNonNull(CLIENTS.get(Role.STUDENT));
        for (RouteRow route : routes()) {
            boolean ofRun =
                    route.path().startsWith("/api/runs/{id}") && route.roles().contains(Role.STUDENT);
            if (ofRun) {
                Client.Answer answer = call(other, route, other.base());
                assertThat(answer.status())
                        .as("%s %s", route.method(), route.path())
                        .isEqualTo(403);
                assertThat(answer.code()).isEqualTo("OTS-AUTH-006");
            }
        }
    }
}
