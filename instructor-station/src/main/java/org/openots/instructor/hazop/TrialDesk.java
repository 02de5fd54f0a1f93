package org.openots.instructor.hazop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.hazop.drill.Drill;
import org.openots.hazop.drill.DrillAnswers;
import org.openots.hazop.drill.DrillCase;
import org.openots.hazop.drill.DrillError;
import org.openots.hazop.drill.DrillPart;
import org.openots.hazop.drill.DrillTrials;
import org.openots.hazop.plant.PlantNames;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.session.Answers;
import org.openots.instructor.session.Operation;
import org.openots.instructor.session.Pace;
import org.openots.instructor.session.RunView;
import org.openots.instructor.session.SessionHost;
import org.openots.simulator.plant.PlantPack;

/**
 * Plays the scenario of a drill without a safeguard, for the trainee who is in it, and has the journal of his run keep what
 * was reached. He sees what happens, so his diagnosis has to stand before, and all faults must have begun.
 */
public final class TrialDesk {
    /** Digits of the hash in the id of the command. */
    private static final int HASH_DIGITS = 16;

    private static final List<DrillPart> BEFORE = List.of(DrillPart.DEVIATION, DrillPart.CAUSE, DrillPart.DECISION);

    private final SessionHost host;
    private final PlantLibrary library;
    private final PlayQueue queue;
    private final Map<String, DrillTrials> players = new HashMap<>();

    /**
     * Makes the desk.
     *
     * @param host runs
     * @param library drills
     * @param queue where scenarios are played
     */
    public TrialDesk(SessionHost host, PlantLibrary library, PlayQueue queue) {
        this.host = host;
        this.library = library;
        this.queue = queue;
    }

    /**
     * Has a scenario played.
     *
     * @param account who asks
     * @param run id of an open run of a drill
     * @param safeguard number of the option that is taken away, from 1 on
     * @return how it stands; when it is done, its record is in the journal of the run
     * @throws OtsException if the run proves no safeguard, its faults may not have begun or its diagnosis is missing
     */
    public PlayJob.View play(String account, String run, int safeguard) {
        RunView view = host.observe(run);
        Drill drill = library.drill(view.spec().task())
                .filter(one -> one.rules().trial().isPresent())
                .orElseThrow(() -> new OtsException(PlayRefusal.NO_TRIAL, run));
        if (drill.offers().number(DrillPart.SAFEGUARD, safeguard).isEmpty()) {
            throw new OtsException(DrillError.UNKNOWN_ANSWER, DrillPart.SAFEGUARD.word(), safeguard);
        }
        if (view.time() < drill.trialFromSeconds()) {
            throw new OtsException(PlayRefusal.TOO_EARLY, drill.trialFromSeconds());
        }
        requireDiagnosis(drill, view.progress());
        DrillCase which = view.faults().stream()
                .flatMap(fault -> drill.caseOf(fault.order().fault()).stream())
                .findFirst()
                .orElseThrow(() -> new OtsException(PlayRefusal.NO_TRIAL, run));
        DrillTrials player = player(drill.plant()).orElseThrow(() -> new OtsException(PlayRefusal.NO_TRIAL, run));
        RowOffer nothing = new RowOffer("", "", List.of(), List.of(), List.of(), RowOffer.State.READY);
        return queue.submit(account, nothing, Optional.empty(), progress -> {
            DrillTrials.Played played = player.play(drill, which, safeguard, progress);
            record(run, safeguard, played);
            return played.seen();
        });
    }

    private static void requireDiagnosis(Drill drill, JsonNode progress) {
        List<LocalText> open = BEFORE.stream()
                .filter(part -> drill.weights().of(part) > 0
                        && progress.path("answers").path(part.word()).isEmpty())
                .map(DrillPart::text)
                .toList();
        if (!open.isEmpty()) {
            throw new OtsException(
                    PlayRefusal.NOT_DIAGNOSED,
                    new LocalText(
                            String.join("、", names(open, LocalText::zh)),
                            String.join(", ", names(open, LocalText::en))));
        }
    }

    private static List<String> names(List<LocalText> texts, Function<LocalText, String> language) {
        return texts.stream().map(language).toList();
    }

    /** The same scenario has the same record and so the same id: it stands in the journal once. */
    private void record(String run, int safeguard, DrillTrials.Played played) {
        String hash = played.record().hash().substring(0, HASH_DIGITS);
        Operation operation = new Operation(
                String.format(Locale.ROOT, "%s-%d-%s", DrillAnswers.TRIAL, safeguard, hash),
                Pace.STATION,
                DrillAnswers.TARGET,
                DrillAnswers.TRIAL,
                safeguard,
                played.record().text(),
                true);
        Answers.await(host.submit(run, operation));
    }

    private Optional<DrillTrials> player(String plant) {
        synchronized (players) {
            Optional<PlantPack> pack = library.pack(plant);
            return pack.map(found -> players.computeIfAbsent(plant, id -> new DrillTrials(PlantNames.of(found))));
        }
    }
}
