package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.hazop.ExampleStudy;
import org.openots.instructor.people.PeopleError;
import org.openots.instructor.people.PermissionPolicy;
import org.openots.instructor.people.Role;
import org.openots.instructor.tank.TankEngine;
import org.openots.instructor.tank.TankLibrary;

/** The table of pages, actions and roles against the routes the station really has, and against people who try them all. */
class PermissionsTest {
    private static final Path PAGE = Path.of("..", "docs", "permissions.md");
    private static final Path REPORT = Path.of("target", "permission-report.md");
    /** Set to write the page anew after a route was added. */
    private static final String WRITE = "permissions.write";

    private static final String MARK = "XQZ7";

    @TempDir
    private static Path data;

    private static StationFixture station;
    private static final PermissionPolicy POLICY = PermissionPolicy.shipped();

    @BeforeAll
    static void start() {
        station = StationFixture.start(data).withPeople();
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static List<RouteRow> routes() {
        return station.station().routes().stream()
                .filter(route -> !route.open())
                .sorted(Comparator.comparing(RouteRow::path).thenComparing(RouteRow::method))
                .toList();
    }

    @Test
    void everyRouteBelongsToAPage() {
        assertThat(routes())
                .allSatisfy(route -> assertThat(POLICY.page(route.path()))
                        .as("permissions.json has no page for %s", route.path())
                        .isPresent());
    }

    @Test
    void nobodyHasARightThatHisRoleNeverHas() {
        for (RouteRow route : routes()) {
            String page = POLICY.page(route.path()).orElseThrow().id();
            for (Role role : route.roles()) {
                assertThat(POLICY.never(page, PermissionPolicy.action(route.method()), role))
                        .as("%s %s %s", role, route.method(), route.path())
                        .isEmpty();
            }
        }
    }

    @Test
    void aWrongFileOfRightsIsRefused() {
        for (String wrong : List.of("{}", "{\"format\":\"x\"}", "[]", "{\"format\":\"openots-permissions\",\"x\":1}")) {
            OtsException refused = catchThrowableOfType(
                    OtsException.class, () -> PermissionPolicy.read(wrong.getBytes(StandardCharsets.UTF_8)));
            assertThat(refused.errorCode()).isEqualTo(PeopleError.POLICY_FORM);
        }
    }

    /** The page is kept true; after a change of routes it is written anew with {@code -Dpermissions.write=true}. */
    @Test
    void thePageSaysWhoMayDoWhat() throws IOException {
        String text = page();
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, text);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/permissions.md is old: run this test with -Dpermissions.write=true")
                .isEqualTo(text);
    }

    private static String page() {
        List<RouteRow> routes = routes();
        StringBuilder out = new StringBuilder("""
                # 角色与权限 / Roles and rights

                由 `PermissionsTest` 按教师站真实的路由生成并核对，不要手改。● 全部，数字 = 几项中的几项，– 没有，× 永远不给（岗位分离）。
                管理员在“名单 → 角色与权限”中收回或还给，× 与锁定的除外。一个账号只有一种角色。

                Generated from the routes of the running station and kept true by `PermissionsTest`; do not edit. ● all, numbers = so many
                of so many, – none, × never (duties kept apart). The administrator takes rights away and gives them back under People →
                Rights, except × and what is locked. An account has one role.

                ## 页面 × 操作 × 角色 / Pages × actions × roles

                """);
        long tried = routes.stream().filter(PermissionsTest::isTried).count();
        int roles = Role.values().length;
        out.insert(
                out.indexOf("## 页面"),
                "%d 条路由 × %d 种角色 × 2 种归属（别人的、不存在的）= %d 次请求，0 次泄露。\n\n%d routes × %d roles × 2 owners (somebody else, nobody) = %d requests, 0 leaks.\n\n"
                        .formatted(tried, roles, tried * roles * 2, tried, roles, tried * roles * 2));
        out.append("| 页面 / page | |");
        Arrays.stream(Role.values())
                .forEach(role -> out.append(' ').append(role.word()).append(" |"));
        out.append("\n|---|---|").append("---|".repeat(Role.values().length)).append('\n');
        for (PermissionPolicy.Page page : POLICY.pages()) {
            for (String action : PermissionPolicy.ACTIONS) {
                List<RouteRow> own = routes.stream()
                        .filter(route ->
                                POLICY.page(route.path()).orElseThrow().id().equals(page.id())
                                        && PermissionPolicy.action(route.method())
                                                .equals(action))
                        .toList();
                if (!own.isEmpty()) {
                    out.append(row(page, action, own));
                }
            }
        }
        out.append("\n## 不可兼任 / Forbidden pairs\n\n");
        POLICY.pairs()
                .forEach(pair -> out.append("- %s + %s: %s / %s\n"
                        .formatted(
                                pair.roles().get(0),
                                pair.roles().get(1),
                                pair.why().zh(),
                                pair.why().en())));
        listed(out, routes);
        return out.toString();
    }

    private static void listed(StringBuilder out, List<RouteRow> routes) {
        out.append("\n## 路由 / Routes\n\n| | path | roles |\n|---|---|---|\n");
        for (RouteRow route : routes) {
            out.append("| %s | `%s` | %s |\n"
                    .formatted(
                            route.method(),
                            route.path(),
                            String.join(
                                    ", ",
                                    route.roles().stream()
                                            .sorted()
                                            .map(Role::word)
                                            .toList())));
        }
    }

    private static String row(PermissionPolicy.Page page, String action, List<RouteRow> own) {
        StringBuilder out = new StringBuilder(
                "| %s / %s | %s |".formatted(page.text().zh(), page.text().en(), action));
        for (Role role : Role.values()) {
            long count =
                    own.stream().filter(route -> route.roles().contains(role)).count();
            boolean never = POLICY.never(page.id(), action, role).isPresent();
            String cell = count == own.size() ? "●" : count > 0 ? count + "/" + own.size() : never ? "×" : "–";
            out.append(' ').append(cell).append(" |");
        }
        return out.append('\n').toString();
    }

    /** Every route, by every role, with the id of somebody else's things and with one that there is not. */
    @Test
    void nothingLeaksOverRoutesRolesAndOwners() throws IOException {
        Map<Role, Client> people = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            people.put(role, station.as(role == Role.STUDENT ? "s2" : role == Role.ADMIN ? "admin2" : role.word()));
        }
        Client owner = station.as("s1");
        String run = station.run(owner, TankLibrary.PRACTICE);
        station.as("instructor")
                .post("/api/runs/" + run + "/faults", Map.of("fault", TankEngine.CANARY, "severity", 1))
                .expect(201);
        String sheet = owner.post(
                        "/api/my/worksheets",
                        Map.of("study", ExampleStudy.ID, "level", "junior", "nodes", List.of("N1")))
                .json()
                .path("id")
                .asText();
        int tries = 0;
        List<String> leaks = new ArrayList<>();
        Map<String, Integer> answers = new LinkedHashMap<>();
        for (RouteRow route : routes()) {
            if (!isTried(route)) {
                continue;
            }
            for (Role role : Role.values()) {
                for (boolean foreign : new boolean[] {true, false}) {
                    Client.Answer answer = call(
                            Objects.requireNonNull(people.get(role)),
                            route,
                            foreign ? run : "none",
                            foreign ? sheet : "none");
                    tries++;
                    String kind = answer.status() < 300
                            ? "answered"
                            : answer.code().startsWith("OTS-AUTH") ? answer.code() : "refused";
                    answers.merge(kind, 1, Integer::sum);
                    leak(route, role, foreign, answer).ifPresent(leaks::add);
                }
            }
        }
        Files.writeString(
                REPORT,
                "routes x roles x owners: %d tries, %d leaks%n%s%n%s%n"
                        .formatted(tries, leaks.size(), answers, String.join("\n", leaks)));
        assertThat(tries).isGreaterThan(1500);
        assertThat(leaks).isEmpty();
        assertThat(Objects.requireNonNull(people.get(Role.STUDENT)).received()).doesNotContain(MARK);
    }

    /** Sockets are tried by the matrix of access; signing out would end the others. */
    private static boolean isTried(RouteRow route) {
        return !route.method().equals("WS") && !route.path().equals("/api/sign-out");
    }

    private static Client.Answer call(Client client, RouteRow route, String run, String sheet) {
        String path = route.path()
                .replace("/runs/{id}", "/runs/" + run)
                .replace("/worksheets/{id}", "/worksheets/" + sheet)
                .replace("{id}", "none")
                .replace("{account}", "s1")
                .replace("{k}", "k1")
                .replace("{file}", "none.json")
                .replace("{second}", "0.1");
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Origin", client.base());
        return client.raw(route.method(), path, headers, route.method().equals("POST") ? "{\"x\":1}" : null);
    }

    private static Optional<String> leak(RouteRow route, Role role, boolean foreign, Client.Answer answer) {
        String what = "%s %s %s".formatted(role.word(), route.method(), route.path());
        boolean byRole = answer.status() == 403 && answer.code().equals("OTS-AUTH-005");
        if (!route.roles().contains(role)) {
            return byRole ? Optional.empty() : Optional.of(what + ": " + answer.status() + " without the right");
        }
        boolean ofPerson =
                route.path().startsWith("/api/runs/{id}") || route.path().startsWith("/api/worksheets/{id}");
        boolean answered = answer.status() < 300;
        return role == Role.STUDENT && foreign && ofPerson && answered
                ? Optional.of(what + ": answered with the things of another")
                : Optional.empty();
    }
}
