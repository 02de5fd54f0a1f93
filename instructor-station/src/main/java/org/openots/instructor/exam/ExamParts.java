package org.openots.instructor.exam;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.ToDoubleBiFunction;
import java.util.random.RandomGenerator;
import org.openots.instructor.hazop.TaskDesk;
import org.openots.instructor.session.MonotonicClock;
import org.openots.instructor.session.RunEngineFactory;
import org.openots.instructor.session.RunJournals;
import org.openots.instructor.session.RunScorerFactory;
import org.openots.instructor.session.SessionHost;
import org.openots.instructor.store.People;
import org.openots.instructor.strategy.StrategyStore;

/**
 * What exams are held with.
 *
 * @param host runs
 * @param journals of closed runs
 * @param engines builds engines, for proofs
 * @param scorers builds scorers, for proofs
 * @param data data folder of the station
 * @param tasks HAZOP tasks
 * @param strategies the strategies
 * @param people the accounts
 * @param ramp usual ramp of a fault of a plant, s
 * @param clock dates events, for people only
 * @param monotonic counts exam time
 * @param random makes ids and secrets; must be secure
 */
public record ExamParts(
        SessionHost host,
        RunJournals journals,
        RunEngineFactory engines,
        RunScorerFactory scorers,
        Path data,
        TaskDesk tasks,
        StrategyStore strategies,
        People people,
        ToDoubleBiFunction<String, String> ramp,
        Clock clock,
        MonotonicClock monotonic,
        RandomGenerator random) {}
