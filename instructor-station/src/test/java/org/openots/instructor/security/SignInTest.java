package org.openots.instructor.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.store.AuditTrail;
import org.openots.instructor.store.Database;
import org.openots.instructor.tank.SuppliedClock;

class SignInTest {
    private static final String PASSWORD = "correct-horse";

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final Clock clock = new SuppliedClock(() -> now);
    private Database database;
    private SignIn signIn;
    private Accounts accounts;

    @BeforeEach
    void open() {
        database = Database.open(folder, clock);
        Passwords passwords = new Passwords(new PasswordCost(64, 1));
        signIn = new SignIn(database, passwords, clock);
        accounts = new Accounts(database, passwords);
        accounts.create("station", new Person("s1", "人", Role.STUDENT, "01", "HG1", "zh-CN"), PASSWORD);
        accounts.create("station", new Person("t1", "师", Role.INSTRUCTOR, "", "HG1", "zh-CN"), PASSWORD);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private StationError refusal(String account, String password, String address) {
        try {
            signIn.signIn(account, password, address);
        } catch (OtsException e) {
            return (StationError) e.errorCode();
        }
        throw new AssertionError("signed in");
    }

    @Test
    void fiveWrongPasswordsLockForTenMinutesAndTheMessageCounts() {
        for (int left = 4; left > 0; left--) {
            int expected = left;
            assertThatThrownBy(() -> signIn.signIn("s1", "wrong", "a"))
                    .isInstanceOfSatisfying(OtsException.class, e -> {
                        assertThat(e.errorCode()).isEqualTo(StationError.WRONG_PASSWORD);
                        assertThat(e.messageIn(Locale.SIMPLIFIED_CHINESE)).contains("再错 " + expected + " 次将锁定 10 分钟");
                    });
        }
        assertThat(refusal("s1", "wrong", "a")).isEqualTo(StationError.ACCOUNT_LOCKED);
        assertThat(refusal("s1", PASSWORD, "b")).isEqualTo(StationError.ACCOUNT_LOCKED);
        now = now.plus(Duration.ofMinutes(9));
        assertThat(refusal("s1", PASSWORD, "b")).isEqualTo(StationError.ACCOUNT_LOCKED);
        now = now.plus(Duration.ofMinutes(1).plusMillis(1));
        assertThat(signIn.signIn("s1", PASSWORD, "b").person().account()).isEqualTo("s1");
        assertThat(new AuditTrail(database.readers()).rows())
                .extracting(AuditTrail.Row::action)
                .contains("account-locked", "signed-in");
    }

    @Test
    void aNameThatDoesNotExistIsAnsweredLikeOneThatDoes() {
        for (int i = 0; i < 4; i++) {
            assertThat(refusal("nobody", PASSWORD, "a")).isEqualTo(StationError.WRONG_PASSWORD);
        }
        assertThat(refusal("nobody", PASSWORD, "a")).isEqualTo(StationError.ACCOUNT_LOCKED);
    }

    @Test
    void anAddressIsSlowedDownNotLocked() {
        int tries = 0;
        while (refusal("x" + tries, "wrong", "room-3") == StationError.WRONG_PASSWORD) {
            tries++;
        }
        assertThat(tries).isEqualTo(30);
        assertThat(refusal("s1", PASSWORD, "room-3")).isEqualTo(StationError.TOO_MANY_TRIES);
        assertThat(signIn.signIn("s1", PASSWORD, "room-4").person().role()).isEqualTo(Role.STUDENT);
        now = now.plus(Duration.ofSeconds(2));
        assertThat(signIn.signIn("s1", PASSWORD, "room-3").person().role()).isEqualTo(Role.STUDENT);
    }

    @Test
    void aStudentHasOneSessionATeacherMany() {
        String first = signIn.signIn("s1", PASSWORD, "a").token();
        String second = signIn.signIn("s1", PASSWORD, "b").token();
        assertThat(signIn.whoIs(first)).isEmpty();
        assertThat(signIn.whoIs(second)).map(Person::account).contains("s1");
        String desk = signIn.signIn("t1", PASSWORD, "a").token();
        String wall = signIn.signIn("t1", PASSWORD, "b").token();
        assertThat(List.of(signIn.whoIs(desk), signIn.whoIs(wall))).allMatch(java.util.Optional::isPresent);
        signIn.signOut(desk);
        assertThat(signIn.whoIs(desk)).isEmpty();
        assertThat(signIn.whoIs(wall)).isPresent();
    }

    @Test
    void aSessionEndsAfterASchoolDayAndWithANewPassword() {
        String token = signIn.signIn("t1", PASSWORD, "a").token();
        now = now.plus(Duration.ofHours(11));
        assertThat(signIn.whoIs(token)).isPresent();
        now = now.plus(Duration.ofHours(2));
        assertThat(signIn.whoIs(token)).isEmpty();
        String other = signIn.signIn("t1", PASSWORD, "a").token();
        accounts.setPassword("admin", "t1", "another-one");
        assertThat(signIn.whoIs(other)).isEmpty();
        assertThat(refusal("t1", PASSWORD, "a")).isEqualTo(StationError.WRONG_PASSWORD);
        assertThat(signIn.signIn("t1", "another-one", "a").person().account()).isEqualTo("t1");
    }

    @Test
    void neitherCookieNorPasswordIsInAnyFile() throws Exception {
        String token = signIn.signIn("s1", PASSWORD, "a").token();
        database.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
                assertThat(bytes).as(file.toString()).doesNotContain(token).doesNotContain(PASSWORD);
            }
        }
        database = Database.open(folder, clock);
        signIn = new SignIn(database, new Passwords(new PasswordCost(64, 1)), clock);
        assertThat(signIn.whoIs(token)).isPresent();
    }

    @Test
    void passwordsAndNamesHaveAForm() {
        Person person = new Person("a b", "人", Role.STUDENT, "", "", "en");
        assertThatThrownBy(() -> accounts.create("admin", person, PASSWORD))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(StationError.ACCOUNT_FORM));
        assertThatThrownBy(() -> accounts.setPassword("admin", "s1", "short"))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(StationError.PASSWORD_FORM));
    }

    @Test
    void theFirstAdministratorIsMadeOnceAndTheDemonstrationClassIsWhole() {
        assertThat(accounts.firstAdmin()).isPresent();
        assertThat(accounts.firstAdmin()).isEmpty();
        List<Accounts.Issued> made = accounts.demoClass();
        assertThat(made).hasSize(36);
        assertThat(made).filteredOn(i -> i.person().role() == Role.STUDENT).hasSize(30);
        assertThat(made).filteredOn(i -> i.person().role() == Role.INSTRUCTOR).hasSize(1);
        assertThat(made).extracting(Accounts.Issued::password).doesNotHaveDuplicates();
        assertThat(accounts.demoClass()).isEmpty();
        Accounts.Issued one = made.get(0);
        assertThat(signIn.signIn(one.person().account(), one.password(), "a").person())
                .isEqualTo(one.person());
    }
}
