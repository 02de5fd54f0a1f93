package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.exam.ExamDesk;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.rig.RigDesk;
import org.openots.instructor.security.Accounts;
import org.openots.instructor.security.Passwords;
import org.openots.instructor.security.SignIn;
import org.openots.instructor.store.People;

/** Signing in and out, the administrator's accounts, and new passwords for students who forgot theirs. */
final class AccountRoutes {
    private static final Set<Role> EVERYONE = EnumSet.allOf(Role.class);
    private static final Set<Role> ADMIN = Set.of(Role.ADMIN);
    private static final Set<Role> PASSWORD_HELPERS = Set.of(Role.ADMIN, Role.INSTRUCTOR);
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_ACCOUNT = 32;
    /** Cookie life that ends with the browser. */
    static final int UNTIL_CLOSED = -1;

    private final SignIn signIn;
    private final Accounts accounts;
    private final People people;
    private final Seats seats;
    private final Presence presence;
    private final RigDesk rig;
    private final ExamDesk exams;
    private final Devices devices;

    AccountRoutes(ServerParts parts, Seats seats, Presence presence, Devices devices) {
        this.exams = parts.exams();
        this.devices = devices;
        this.signIn = parts.signIn();
        this.accounts = parts.accounts();
        this.people = new People(parts.database());
        this.seats = seats;
        this.presence = presence;
        this.rig = parts.rig();
    }

    void register(RouteTable table) {
        table.open("POST", "/api/sign-in", this::signIn);
        table.add("POST", "/api/sign-out", EVERYONE, this::signOut);
        table.add("GET", "/api/me", EVERYONE, ctx -> Json.answer(ctx, person(Gatekeeper.person(ctx))));
        table.add("GET", "/api/users", ADMIN, this::users);
        table.add("POST", "/api/users", ADMIN, this::create);
        table.add("POST", "/api/users/{account}/password", PASSWORD_HELPERS, this::setPassword);
    }

    private void signIn(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "account", "password");
        String account = body.text("account", 1, LONGEST_ACCOUNT);
        String device = devices.of(ctx);
        SignIn.Signed signed = signIn.signIn(
                account,
                body.text("password", 1, Passwords.LONGEST),
                ctx.ip(),
                person -> exams.admit(person.account(), device, ctx.ip()));
        if (signed.person().role() == Role.STUDENT) {
            seats.closeAccount(account, Seats.ELSEWHERE);
        }
        ctx.cookie(cookie(signed.token(), UNTIL_CLOSED));
        Json.answer(ctx, person(signed.person()));
    }

    private void signOut(Context ctx) {
        String token = ctx.cookie(Gatekeeper.COOKIE);
        if (token != null) {
            signIn.signOut(token);
            seats.closeSession(token);
        }
        presence.left(Gatekeeper.person(ctx));
        rig.gate().leave(Gatekeeper.person(ctx).account());
        ctx.cookie(cookie("", 0));
        Json.answer(ctx, Json.object().put("ok", true));
    }

    static Cookie cookie(String value, int maxAge) {
        // a LAN has no certificates, so the cookie cannot be Secure
        return new Cookie(Gatekeeper.COOKIE, value, "/", maxAge, false, true, null, SameSite.STRICT);
    }

    static ObjectNode person(Person person) {
        return Json.object()
                .put("account", person.account())
                .put("name", person.name())
                .put("role", person.role().word())
                .put("seat", person.seat())
                .put("class", person.classId())
                .put("lang", person.lang());
    }

    private void users(Context ctx) {
        ArrayNode list = Json.array();
        people.all().forEach(person -> list.add(person(person)));
        Json.answer(ctx, list);
    }

    private void create(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "account", "name", "role", "seat", "class", "lang", "password");
        Person person = new Person(
                body.text("account", 1, LONGEST_ACCOUNT),
                name(body),
                Role.of(body.choice("role", Role.words())),
                body.text("seat", LONGEST_NAME, ""),
                body.text("class", LONGEST_NAME, ""),
                body.has("lang") ? body.choice("lang", List.of("zh-CN", "en")) : "zh-CN");
        String password = body.text("password", Passwords.LONGEST, accounts.generate());
        Accounts.Issued issued = accounts.create(Gatekeeper.person(ctx).account(), person, password);
        ctx.status(201);
        Json.answer(ctx, person(issued.person()).put("password", issued.password()));
    }

    /** A name with something in it: on the wall a person of spaces could not be told from nobody. */
    private static String name(JsonBody body) {
        String name = body.text("name", 1, LONGEST_NAME).strip();
        if (name.isEmpty()) {
            throw new OtsException(StationError.FIELD_LENGTH, "name", 0, 1, LONGEST_NAME);
        }
        return name;
    }

    private void setPassword(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "password");
        String account = ctx.pathParam("account");
        requireHelper(ctx, account);
        String password = body.text("password", Passwords.LONGEST, accounts.generate());
        accounts.setPassword(Gatekeeper.person(ctx).account(), account, password);
        seats.closeAccount(account, "new password");
        Json.answer(ctx, Json.object().put("account", account).put("password", password));
    }

    /** An instructor helps students only; everybody else's password is the administrator's. */
    private void requireHelper(Context ctx, String account) {
        Role role = Gatekeeper.person(ctx).role();
        Role target = people.find(account)
                .map(Person::role)
                .orElseThrow(() -> new OtsException(StationError.ACCOUNT_UNKNOWN, account));
        if (role != Role.ADMIN && target != Role.STUDENT) {
            throw new OtsException(
                    StationError.ROLE_NOT_ALLOWED, role.text(), ctx.method() + " " + ctx.path(), Role.ADMIN.text());
        }
    }
}
