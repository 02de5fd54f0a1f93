package org.openots.instructor.web;

import java.util.Optional;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.debrief.CauseDesk;
import org.openots.instructor.debrief.FileDesk;
import org.openots.instructor.exam.ExamDesk;
import org.openots.instructor.hazop.DraftDesk;
import org.openots.instructor.hazop.HazopDesk;
import org.openots.instructor.hazop.ImportDesk;
import org.openots.instructor.hazop.PlayDesk;
import org.openots.instructor.hazop.PlayQueue;
import org.openots.instructor.hazop.ReviewDesk;
import org.openots.instructor.hazop.WordingDesk;
import org.openots.instructor.rig.RigDesk;
import org.openots.instructor.scenario.ScenarioDesk;
import org.openots.instructor.security.Accounts;
import org.openots.instructor.security.SignIn;
import org.openots.instructor.session.RunArchive;
import org.openots.instructor.session.RunJournals;
import org.openots.instructor.session.SessionHost;
import org.openots.instructor.skill.SkillDesk;
import org.openots.instructor.store.Database;
import org.openots.instructor.strategy.StrategyDesk;
import org.openots.instructor.upkeep.Upkeep;

/**
 * What the web edge shows.
 *
 * @param host open runs
 * @param journals journals of closed runs
 * @param archive closed runs, replayed
 * @param causes why closed runs went wrong
 * @param files files that take a while
 * @param library plants and tasks
 * @param hazop worksheets
 * @param review decisions on worksheets
 * @param wordings new wordings; nothing without a scorer
 * @param tasks training tasks
 * @param plays rows of worksheets, played
 * @param playing where they are played
 * @param drafts studies proposed by the simulator
 * @param imports studies that instructors bring in
 * @param rig the rig and its bridge
 * @param database people and the list of runs
 * @param signIn who sends a request
 * @param accounts making accounts
 * @param strategies training and exam strategies
 * @param exams exams held by sealed strategies
 * @param scenarios what happens in runs by itself
 * @param upkeep disks, backups, journals
 * @param skills subjects, and who has which skill
 */
public record ServerParts(
        SessionHost host,
        RunJournals journals,
        RunArchive archive,
        CauseDesk causes,
        FileDesk files,
        PlantLibrary library,
        HazopDesk hazop,
        ReviewDesk review,
        Optional<WordingDesk> wordings,
        TaskParts tasks,
        PlayDesk plays,
        PlayQueue playing,
        DraftDesk drafts,
        ImportDesk imports,
        RigDesk rig,
        Database database,
        SignIn signIn,
        Accounts accounts,
        StrategyDesk strategies,
        ExamDesk exams,
        ScenarioDesk scenarios,
        Upkeep upkeep,
        SkillDesk skills) {}
