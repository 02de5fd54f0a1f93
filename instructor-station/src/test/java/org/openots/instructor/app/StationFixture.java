package org.openots.instructor.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.hazop.ExampleStudy;
import org.openots.instructor.security.PasswordCost;
import org.openots.instructor.session.MonotonicClock;
import org.openots.instructor.tank.TankEngines;
import org.openots.instructor.tank.TankLibrary;
import org.openots.instructor.tank.TankScorers;
import org.openots.instructor.web.FieldPackage;
import org.openots.instructor.web.WebSettings;

/** A real station on a free port with the tank as its plant, and people to sign in. */
public final class StationFixture implements AutoCloseable {
    /** Password of all accounts the fixture makes. */
    public static final String PASSWORD = "correct-horse";
    /** Cheap hashes: the tests of the cost itself use the recommended one. */
    private static final PasswordCost CHEAP = new PasswordCost(64, 1);

    private final Station station;
    private final StationAddress address;

    private StationFixture(Station station, StationAddress address) {
        this.station = station;
        this.address = address;
    }

    /** What the tank teaches. */
    public static StationContent content() {
        return new StationContent(new TankEngines(), new TankScorers(), new TankLibrary(), ExampleStudy.content());
    }

    /** Set-up of a test station in a folder. */
    public static StationConfig config(Path data, double graceSeconds) {
        return new StationConfig(
                data,
                new WebSettings("127.0.0.1", 0, "org/openots/instructor/testweb", "org/openots/instructor/testtexts")
                        .withFieldPackage(new FieldPackage(data.resolve(FieldPackage.NAME))),
                false,
                2,
                graceSeconds,
                CHEAP,
                MonotonicClock.system());
    }

    /** Starts a station whose runs are never held for a lost connection. */
    public static StationFixture start(Path data) {
        return start(config(data, Double.POSITIVE_INFINITY));
    }

    /** Starts a station. */
    public static StationFixture start(StationConfig config) {
        return start(config, content());
    }

    /** Starts a station that teaches something else. */
    public static StationFixture start(StationConfig config, StationContent content) {
        Station station = new Station(config, content);
        return new StationFixture(station, station.start());
    }

    /** Makes a person of each kind: two students, and one of each other role, with the role as account. */
    public StationFixture withPeople() {
        Client admin = admin();
        create(admin, "s1", "student", "01");
        create(admin, "s2", "student", "02");
        for (String role :
                new String[] {"instructor", "assessor", "exam-officer", "invigilator", "supervisor", "rig-engineer"}) {
            create(admin, role, role, "");
        }
        create(admin, "admin2", "admin", "");
        return this;
    }

    private static void create(Client admin, String account, String role, String seat) {
        admin.post(
                        "/api/users",
                        Map.of(
                                "account", account,
                                "name", "人" + account,
                                "role", role,
                                "seat", seat,
                                "class", "HG1",
                                "password", PASSWORD))
                .expect(201);
    }

    /** A client without a session. */
    public Client client() {
        return new Client("http://127.0.0.1:" + address.port());
    }

    /** The first administrator, signed in. */
    public Client admin() {
        return client().signIn("admin", address.admin().orElseThrow().password());
    }

    /** One of the fixture's people, signed in. */
    public Client as(String account) {
        return client().signIn(account, PASSWORD);
    }

    /** A run of a task, started or resumed. */
    public String run(Client client, String task) {
        JsonNode answer = client.post("/api/my/runs", Map.of("task", task)).json();
        return answer.path("id").asText();
    }

    /** The station. */
    public Station station() {
        return station;
    }

    /** Where it is found. */
    public StationAddress address() {
        return address;
    }

    @Override
    public void close() {
        station.close();
    }
}
