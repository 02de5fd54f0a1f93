package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.exam.ExamDesk;
import org.openots.instructor.people.PeopleError;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.report.SlipSheet;
import org.openots.instructor.security.SignIn;
import org.openots.instructor.security.SignInCodes;
import org.openots.instructor.store.People;
import org.openots.instructor.store.RunIndex;

/** Signing in with a code that an instructor shows or prints. */
final class CodeRoutes {
    /** The page a code leads to; the code itself is behind the mark that browsers do not send. */
    private static final String PAGE = "/code#";

    private static final int LONGEST = 64;
    private static final int LONGEST_CODE = 100;
    private static final double LONGEST_MINUTES = SignInCodes.LONGEST_MILLIS / 60_000.0;
    private static final double USUAL_MINUTES = 24 * 60;

    private final SignIn signIn;
    private final People people;
    private final RunAccess access;
    private final RunIndex index;
    private final Seats seats;
    private final SlipFiles slips;
    private final String bind;
    private final ExamDesk exams;
    private final Devices devices;

    CodeRoutes(ServerParts parts, RunAccess access, Seats seats, SlipFiles slips, String bind, Devices devices) {
        this.exams = parts.exams();
        this.devices = devices;
        this.signIn = parts.signIn();
        this.people = new People(parts.database());
        this.access = access;
        this.index = new RunIndex(parts.database());
        this.seats = seats;
        this.slips = slips;
        this.bind = bind;
    }

    void register(RouteTable table) {
        table.open("POST", "/api/sign-in/code", this::signIn);
        table.add("POST", "/api/people/codes", PeopleRoutes.KEEPERS, this::issue);
        table.add("POST", "/api/people/codes/revoke", PeopleRoutes.KEEPERS, this::revoke);
    }

    /** Signs in; a run that is open is named, so that its owner goes on with it at once. */
    private void signIn(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "code");
        String device = devices.of(ctx);
        SignIn.Signed signed = signIn.withCode(
                body.text("code", 1, LONGEST_CODE),
                ctx.ip(),
                person -> exams.admit(person.account(), device, ctx.ip()));
        Person person = signed.person();
        seats.closeAccount(person.account(), Seats.ELSEWHERE);
        ctx.cookie(AccountRoutes.cookie(signed.token(), AccountRoutes.UNTIL_CLOSED));
        ObjectNode node = AccountRoutes.person(person);
        access.unfinished(index, person.account()).ifPresent(row -> node.put("run", row.id()));
        Json.answer(ctx, node);
    }

    /** Codes for a class, on slips to print, or for one student, to be shown. */
    private void issue(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "class", "account", "minutes");
        double minutes = body.number("minutes", 1, LONGEST_MINUTES, USUAL_MINUTES);
        List<Person> meant = meant(body);
        String by = Gatekeeper.person(ctx).account();
        List<SignInCodes.Code> codes = signIn.codes().scanned(by, meant, Math.round(minutes * 60_000));
        String address = address(ctx);
        ObjectNode node = Json.object()
                .put("count", codes.size())
                .put("until", Instant.ofEpochMilli(codes.get(0).until()).toString());
        if (body.has("account")) {
            SlipSheet.Drawing drawing =
                    SlipSheet.drawing(address + PAGE + codes.get(0).code());
            node.put("url", address + PAGE + codes.get(0).code())
                    .put("size", drawing.size())
                    .put("path", drawing.path());
        } else {
            node.put(
                    "slips",
                    slips.codes(
                            by,
                            codes.stream()
                                    .map(code -> new SlipSheet.Slip(code.person(), address + PAGE + code.code()))
                                    .toList()));
        }
        Json.answer(ctx, node);
    }

    private List<Person> meant(JsonBody body) {
        if (!body.has("account")) {
            return PeopleRoutes.ofClass(people, body.text("class", 1, LONGEST));
        }
        String account = body.text("account", 1, LONGEST);
        Optional<Person> found = people.students().stream()
                .filter(person -> person.account().equals(account))
                .findFirst();
        return List.of(found.orElseThrow(() -> people.find(account)
                .map(person -> person.role() == Role.STUDENT
                        ? new OtsException(PeopleError.ACCOUNT_DISABLED, account)
                        : new OtsException(
                                PeopleError.NOT_A_STUDENT,
                                account,
                                person.role().text()))
                .orElseGet(() -> new OtsException(StationError.ACCOUNT_UNKNOWN, account))));
    }

    /** Where other computers and phones find the station: whoever sits at it may have called it localhost. */
    private String address(Context ctx) {
        String host = String.valueOf(ctx.host());
        boolean here = host.startsWith("localhost") || host.startsWith("127.") || host.startsWith("[::1]");
        if (!here) {
            return "http://" + host;
        }
        int colon = host.lastIndexOf(':');
        return "http://" + LanAddress.of(bind) + (colon > 0 ? host.substring(colon) : "");
    }

    private void revoke(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "class", "account");
        List<String> accounts = body.has("account")
                ? List.of(body.text("account", 1, LONGEST))
                : PeopleRoutes.ofClass(people, body.text("class", 1, LONGEST)).stream()
                        .map(Person::account)
                        .toList();
        int ended = signIn.codes().revoke(Gatekeeper.person(ctx).account(), accounts);
        Json.answer(ctx, Json.object().put("ended", ended));
    }
}
