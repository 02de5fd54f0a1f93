package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.PeopleError;
import org.openots.instructor.people.PermissionPolicy;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.security.Accounts;
import org.openots.instructor.security.SignInCodes;
import org.openots.instructor.store.CodeTable;
import org.openots.instructor.store.People;
import org.openots.instructor.store.PeopleChanges;

/** The people of the station: students for instructors, everybody for the administrator. */
final class PeopleRoutes {
    static final Set<Role> KEEPERS = Set.of(Role.ADMIN, Role.INSTRUCTOR);
    private static final Set<Role> READERS = Set.of(Role.ADMIN, Role.INSTRUCTOR, Role.EXAM_OFFICER);
    private static final Set<Role> MOVERS = Set.of(Role.INSTRUCTOR, Role.INVIGILATOR);
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_ACCOUNT = 32;

    private final People people;
    private final PeopleChanges changes;
    private final Accounts accounts;
    private final SignInCodes codes;
    private final Seats seats;
    private final PermissionPolicy policy;
    private final SlipFiles slips;

    PeopleRoutes(ServerParts parts, Seats seats, PermissionPolicy policy, SlipFiles slips) {
        this.people = new People(parts.database());
        this.changes = new PeopleChanges(parts.database());
        this.accounts = parts.accounts();
        this.codes = parts.signIn().codes();
        this.seats = seats;
        this.policy = policy;
        this.slips = slips;
    }

    void register(RouteTable table) {
        table.add("GET", "/api/people", READERS, this::list);
        table.add("POST", "/api/people", KEEPERS, this::create);
        table.add("POST", "/api/people/{account}/change", KEEPERS, this::change);
        table.add("POST", "/api/people/{account}/seat", MOVERS, this::moveSeat);
        table.add("POST", "/api/people/passwords", KEEPERS, this::passwords);
    }

    private void list(Context ctx) {
        boolean all = Gatekeeper.person(ctx).role() == Role.ADMIN;
        Set<String> disabled = changes.disabled();
        Map<String, CodeTable.Live> live =
                codes.live().stream().collect(Collectors.toMap(CodeTable.Live::account, Function.identity()));
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("people");
        Map<String, Integer> classes = new TreeMap<>();
        for (Person person : people.all()) {
            boolean student = person.role() == Role.STUDENT;
            if (!student && !all) {
                continue;
            }
            ObjectNode node = node(person).put("disabled", disabled.contains(person.account()));
            CodeTable.Live code = live.get(person.account());
            if (code != null) {
                node.put("code", code.kind())
                        .put("codeUntil", Instant.ofEpochMilli(code.expires()).toString());
            }
            list.add(node);
            if (student && !disabled.contains(person.account())) {
                classes.merge(person.classId(), 1, Integer::sum);
            }
        }
        ArrayNode groups = answer.putArray("classes");
        classes.forEach((id, count) -> groups.addObject().put("id", id).put("students", count));
        Json.answer(ctx, answer);
    }

    private static ObjectNode node(Person person) {
        return Json.object()
                .put("account", person.account())
                .put("name", person.name())
                .put("role", person.role().word())
                .put("seat", person.seat())
                .put("class", person.classId());
    }

    private static String filled(JsonBody body, String field, String absent) {
        if (!body.has(field)) {
            return absent;
        }
        String text = body.text(field, 0, LONGEST_NAME).strip();
        if (text.isEmpty()) {
            throw new OtsException(StationError.FIELD_LENGTH, field, 0, 1, LONGEST_NAME);
        }
        return text;
    }

    private void create(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "account", "name", "class", "seat");
        body.text("name", 1, LONGEST_NAME);
        body.text("class", 1, LONGEST_NAME);
        Person person = new Person(
                body.text("account", 1, LONGEST_ACCOUNT).strip(),
                filled(body, "name", ""),
                Role.STUDENT,
                body.text("seat", LONGEST_NAME, "").strip(),
                filled(body, "class", ""),
                "zh-CN");
        Accounts.Issued issued = accounts.create(Gatekeeper.person(ctx).account(), person, accounts.generate());
        ctx.status(201);
        Json.answer(ctx, node(issued.person()).put("password", issued.password()));
    }

    /** The account of the path; an instructor reaches students only. */
    private Person reached(Context ctx) {
        Person person = people.find(ctx.pathParam("account"))
                .orElseThrow(() -> new OtsException(StationError.ACCOUNT_UNKNOWN, ctx.pathParam("account")));
        if (Gatekeeper.person(ctx).role() != Role.ADMIN && person.role() != Role.STUDENT) {
            throw new OtsException(
                    PeopleError.NOT_A_STUDENT, person.account(), person.role().text());
        }
        return person;
    }

    private void change(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "name", "class", "seat", "role", "disabled");
        Person by = Gatekeeper.person(ctx);
        Person person = reached(ctx);
        Role role = body.has("role") ? Role.of(body.choice("role", Role.words())) : person.role();
        boolean disable = body.has("disabled") && body.number("disabled", 0, 1, 0) > 0;
        boolean own = by.account().equals(person.account());
        if (own && (disable || role != person.role())) {
            throw new OtsException(PeopleError.OWN_ACCOUNT, person.account());
        }
        if (by.role() != Role.ADMIN && role != person.role()) {
            throw new OtsException(
                    StationError.ROLE_NOT_ALLOWED,
                    by.role().text(),
                    ctx.method() + " " + ctx.path(),
                    Role.ADMIN.text());
        }
        if (policy.forbids(person.role(), role)) {
            throw new OtsException(
                    PeopleError.FORBIDDEN_PAIR, person.account(), person.role().text(), role.text());
        }
        Person changed = new Person(
                person.account(),
                filled(body, "name", person.name()),
                role,
                body.text("seat", LONGEST_NAME, person.seat()).strip(),
                body.text("class", LONGEST_NAME, person.classId()).strip(),
                person.lang());
        if (!changed.equals(person)) {
            changes.change(by.account(), changed);
        }
        if (body.has("disabled")) {
            changes.disable(by.account(), person.account(), disable);
        }
        if (disable || role != person.role()) {
            seats.closeAccount(person.account(), "signed out");
        }
        Json.answer(ctx, node(changed).put("disabled", changes.disabled().contains(person.account())));
    }

    /** A student goes on at another computer: where he is now he is signed out, his run stays as it is. */
    private void moveSeat(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "seat");
        Person person = student(ctx.pathParam("account"));
        String seat = body.text("seat", LONGEST_NAME, person.seat()).strip();
        String by = Gatekeeper.person(ctx).account();
        changes.moveSeat(by, person.account(), seat);
        seats.closeAccount(person.account(), Seats.ELSEWHERE);
        SignInCodes.Code code = codes.typed(by, person);
        Json.answer(
                ctx,
                Json.object()
                        .put("account", person.account())
                        .put("name", person.name())
                        .put("seat", seat)
                        .put("code", code.code())
                        .put("until", Instant.ofEpochMilli(code.until()).toString()));
    }

    private Person student(String account) {
        Person person = people.find(account).orElseThrow(() -> new OtsException(StationError.ACCOUNT_UNKNOWN, account));
        if (person.role() != Role.STUDENT) {
            throw new OtsException(
                    PeopleError.NOT_A_STUDENT, account, person.role().text());
        }
        if (changes.disabled().contains(account)) {
            throw new OtsException(PeopleError.ACCOUNT_DISABLED, account);
        }
        return person;
    }

    /** New passwords for a whole class, on slips to cut out. */
    private void passwords(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "class");
        String classId = body.text("class", 1, LONGEST_NAME);
        List<Person> students = ofClass(people, classId);
        String by = Gatekeeper.person(ctx).account();
        Accounts.Drawn drawn = accounts.draw(students);
        changes.setPasswords(by, drawn.hashes());
        students.forEach(person -> seats.closeAccount(person.account(), "new password"));
        Json.answer(ctx, Json.object().put("count", students.size()).put("slips", slips.passwords(by, drawn.issued())));
    }

    /** The students of a class who can sign in. */
    static List<Person> ofClass(People people, String classId) {
        List<Person> students = people.students().stream()
                .filter(person -> person.classId().equals(classId))
                .toList();
        if (students.isEmpty()) {
            throw new OtsException(PeopleError.CLASS_EMPTY, classId);
        }
        return students;
    }
}
