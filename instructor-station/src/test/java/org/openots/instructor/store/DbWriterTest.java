package org.openots.instructor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;

class DbWriterTest {
    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Person person(String account) {
        return new Person(account, "人", Role.STUDENT, "01", "HG1", "zh-CN");
    }

    private static int insert(WriteUnit unit, int number) {
        return unit.handle()
                .createUpdate("insert into run (id, owner, plant, task, started, state)"
                        + " values (:id, 's', 'p', 't', :number, 'open')")
                .bind("id", "r" + number)
                .bind("number", number)
                .execute();
    }

    @Test
    void walAndFullSyncAreOn() {
        String journal = database.readers()
                .withHandle(handle -> handle.createQuery("pragma journal_mode")
                        .mapTo(String.class)
                        .one());
        Integer sync = database.writer()
                .write(unit -> unit.handle()
                        .createQuery("pragma synchronous")
                        .mapTo(Integer.class)
                        .one());
        assertThat(journal).isEqualTo("wal");
        assertThat(sync).isEqualTo(2);
    }

    @Test
    void aFailingChangeFailsAloneInItsBatch() {
        CountDownLatch gate = new CountDownLatch(1);
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        var blocked = database.writer().submit(unit -> {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return 0;
        });
        for (int i = 0; i < 600; i++) {
            int number = i;
            answers.add(database.writer().submit(unit -> {
                int rows = insert(unit, number);
                if (number % 50 == 7) {
                    throw new OtsException(StationError.FIELD_RANGE, "n", number, 0, 0);
                }
                return rows;
            }));
        }
        gate.countDown();
        blocked.join();
        answers.forEach(answer -> answer.handle((rows, failure) -> rows).join());
        long failed = answers.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .count();
        assertThat(failed).isEqualTo(12);
        assertThat(new RunIndex(database).all()).hasSize(600 - 12);
        assertThat(new RunIndex(database).find("r57")).isEmpty();
    }

    @Test
    void readersCannotWrite() {
        assertThatThrownBy(() -> database.readers().useHandle(handle -> handle.execute("delete from person")))
                .hasMessageContaining("readonly");
    }

    @Test
    void peopleOutliveTheProgramAndNamesAreUnique() {
        People people = new People(database);
        people.create("station", person("s1"), "hash");
        assertThatThrownBy(() -> people.create("station", person("s1"), "other"))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(StationError.ACCOUNT_TAKEN));
        database.close();
        database = Database.open(folder, Clock.systemUTC());
        assertThat(new People(database).find("s1")).contains(person("s1"));
        assertThat(new People(database).passwordHash("s1")).contains("hash");
    }

    @Test
    void anAlteredAuditRowIsFound() throws SQLException {
        People people = new People(database);
        for (int i = 0; i < 5; i++) {
            people.create("admin", person("s" + i), "hash");
        }
        AuditTrail trail = new AuditTrail(database.readers());
        assertThat(trail.rows()).hasSize(5);
        assertThat(trail.firstBroken()).isZero();
        tamper("update audit set actor = 'somebody' where seq = 3");
        assertThat(trail.firstBroken()).isEqualTo(3);
        tamper("update audit set actor = 'admin' where seq = 3");
        assertThat(trail.firstBroken()).isZero();
        tamper("delete from audit where seq = 2");
        assertThat(trail.firstBroken()).isEqualTo(2);
    }

    private void tamper(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("station.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void aRefusedChangeLeavesNoAuditRow() {
        People people = new People(database);
        assertThatThrownBy(() -> people.setPassword("admin", "nobody", "hash")).isInstanceOf(OtsException.class);
        assertThat(new AuditTrail(database.readers()).rows()).isEmpty();
    }

    @Test
    void theNativeLibraryIsUnpackedIntoTheDataFolder() {
        assertThat(System.getProperty("org.sqlite.tmpdir")).endsWith("tmp");
    }
}
