package org.openots.instructor.exam;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.openots.common.error.OtsException;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.strategy.ExamRules;
import org.openots.instructor.strategy.Strategy;
import org.openots.instructor.strategy.StrategyVersion;

/** Plans exams and draws their papers. */
final class ExamPlanner {
    private static final DateTimeFormatter ID_TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT);
    private static final int ID_CHANCE = 1 << 16;
    private static final int SEED_BYTES = 32;
    private static final String EVERY_SEAT = "*";
    private static final double WHOLE = 100;

    private final ExamParts parts;
    private final Supplier<Collection<Exam>> exams;

    ExamPlanner(ExamParts parts, Supplier<Collection<Exam>> exams) {
        this.parts = parts;
        this.exams = exams;
    }

    ExamPlan plan(ExamOrder order) {
        StrategyVersion version = parts.strategies().version(order.strategy(), order.version());
        if (version.state() != Strategy.State.SEALED) {
            throw new OtsException(ExamError.NOT_SEALED, order.strategy(), order.version());
        }
        byte[] seed = new byte[SEED_BYTES];
        parts.random().nextBytes(seed);
        String id = String.format(
                Locale.ROOT,
                "x%s-%04x",
                ID_TIME.format(parts.clock().instant().atZone(ZoneOffset.UTC)),
                parts.random().nextInt(ID_CHANCE));
        return new ExamPlan(
                id,
                version.document(),
                version.hash(),
                order.room(),
                order.plannedStart(),
                seats(order, version.document()),
                Digests.hex(seed));
    }

    private List<ExamPlan.Seat> seats(ExamOrder order, Strategy strategy) {
        if (order.seats().isEmpty()) {
            throw new OtsException(ExamError.NO_SEATS);
        }
        Set<String> taken = new HashSet<>();
        List<ExamPlan.Seat> seats = new ArrayList<>();
        for (ExamOrder.Place place : order.seats()) {
            for (String word : List.of("seat " + place.seat(), "account " + place.account())) {
                if (!taken.add(word)) {
                    throw new OtsException(ExamError.TWICE, word.substring(word.indexOf(' ') + 1));
                }
            }
            requireAllowed(order.room(), place.seat(), strategy);
            Person person = parts.people()
                    .find(place.account())
                    .filter(found -> found.role() == Role.STUDENT)
                    .orElseThrow(() -> new OtsException(ExamError.NOT_STUDENT, place.account()));
            seats.add(new ExamPlan.Seat(place.seat(), person.account(), person.name()));
        }
        seats.sort(Comparator.comparing(ExamPlan.Seat::seat));
        return seats;
    }

    private static void requireAllowed(String room, String seat, Strategy strategy) {
        List<String> allowed =
                strategy.security().map(ExamRules.Security::allowedStations).orElse(List.of());
        boolean open = allowed.stream()
                .anyMatch(one ->
                        one.equals(EVERY_SEAT) || one.equals(room + ":" + EVERY_SEAT) || one.equals(room + ":" + seat));
        if (!open) {
            throw new OtsException(
                    ExamError.SEAT_NOT_ALLOWED, room + ":" + seat, strategy.id(), String.join(", ", allowed));
        }
    }

    /** Throws if a candidate sits in another exam that is open. */
    void requireFree(Exam exam) {
        ExamPlan plan = exam.view().plan();
        for (Exam one : exams.get()) {
            ExamView view = one.view();
            if (!view.phase().live() || view.plan().id().equals(plan.id())) {
                continue;
            }
            for (ExamPlan.Seat seat : plan.seats()) {
                boolean busy = view.candidate(seat.account())
                        .filter(candidate -> !candidate.state().done())
                        .isPresent();
                if (busy) {
                    throw new OtsException(
                            ExamError.OTHER_EXAM, seat.account(), view.plan().id());
                }
            }
        }
    }

    /** The papers of all candidates. */
    Map<String, List<PaperItem>> papers(ExamPlan plan, Map<String, DrawFilter.Difficulty> difficulties) {
        PaperDraw draw = new PaperDraw(
                plan.strategy(),
                Digests.bytes(plan.seed()),
                item -> item.hidden()
                        .map(hidden -> parts.ramp().applyAsDouble(item.unit(), hidden.fault()))
                        .orElse(0.0),
                new DrawFilter(difficulties));
        return draw.papers(plan.seats().stream().map(ExamPlan.Seat::account).toList());
    }

    /** How difficult tasks and faults were in the exams whose results are final. */
    Map<String, DrawFilter.Difficulty> difficulties(String without) {
        Map<String, List<Double>> scores = new HashMap<>();
        for (Exam exam : exams.get()) {
            ExamView view = exam.view();
            if (!view.phase().settled() || view.plan().id().equals(without)) {
                continue;
            }
            for (CandidateView candidate : view.candidates()) {
                collect(candidate, scores);
            }
        }
        Map<String, DrawFilter.Difficulty> known = new HashMap<>();
        scores.forEach((key, all) -> known.put(
                key,
                new DrawFilter.Difficulty(
                        all.size(),
                        all.stream().mapToDouble(one -> one / WHOLE).average().orElse(0))));
        return known;
    }

    private static void collect(CandidateView candidate, Map<String, List<Double>> scores) {
        for (int i = 0; i < candidate.items().size(); i++) {
            PaperItem item = candidate.paper().get(i);
            ItemTrack track = candidate.items().get(i);
            if (track.closing().has("score")) {
                Optional<String> fault = item.hidden().map(PaperItem.HiddenFault::fault);
                scores.computeIfAbsent(DrawFilter.key(item.task(), fault), key -> new ArrayList<>())
                        .add(track.closing().path("score").asDouble());
            }
        }
    }
}
