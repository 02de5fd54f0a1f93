package org.openots.instructor.strategy;

import org.openots.instructor.error.HttpRefusal;

/** Mistakes in strategies; the sentences are in {@code StrategyMessages}. Placeholder 0 is the place. */
public enum StrategyError implements HttpRefusal {
    /** An id that cannot name a folder: id. */
    ID_FORM("OTS-STRATEGY-001", 400),
    /** No range of versions: text. */
    VERSION_RANGE_FORM("OTS-STRATEGY-002", 400),
    /** No moment: text. */
    MOMENT_FORM("OTS-STRATEGY-003", 400),
    /** Not two times: how many. */
    JITTER_FORM("OTS-STRATEGY-004", 400),
    /** No reference to a rubric: text. */
    RUBRIC_FORM("OTS-STRATEGY-005", 400),
    /** The engine is outside the range: range, version. */
    ENGINE_VERSION("OTS-STRATEGY-006", 400),
    /** The tick is not that of a plant: tick, plant, its tick. */
    TICK("OTS-STRATEGY-007", 400),
    /** Speeds out of order: lowest, usual, highest. */
    SCALE_ORDER("OTS-STRATEGY-008", 400),
    /** A range from high to low: low, high. */
    SPAN_ORDER("OTS-STRATEGY-009", 400),
    /** A window that ends before it begins: from, to. */
    WINDOW_ORDER("OTS-STRATEGY-010", 400),
    /** More faults at a time than there are: number, allowed. */
    CONCURRENT("OTS-STRATEGY-011", 400),
    /** Faults are on with none at a time, or off with some: number. */
    CONCURRENT_NONE("OTS-STRATEGY-012", 400),
    /** A task has no rubric: task. */
    RUBRIC_MISSING("OTS-STRATEGY-013", 400),
    /** A rubric of no task: rubric. */
    RUBRIC_SURPLUS("OTS-STRATEGY-014", 400),
    /** Another version of a rubric: as given, as there is. */
    RUBRIC_VERSION("OTS-STRATEGY-015", 400),
    /** A price of hints that are off: price. */
    HINT_COST("OTS-STRATEGY-016", 400),
    /** A score that is hidden and shown at once. */
    RELEASE_LIVE("OTS-STRATEGY-017", 400),
    /** One attempt and several: most, word. */
    ATTEMPTS_ONLY("OTS-STRATEGY-018", 400),
    /** An entry twice: the entry. */
    DUPLICATE("OTS-STRATEGY-019", 400),
    /** A task that begins elsewhere: task, its condition, allowed. */
    TASK_BEGINS_ELSEWHERE("OTS-STRATEGY-020", 400),
    /** A skill that is not aimed at: skill. */
    SKILL_UNKNOWN("OTS-STRATEGY-021", 400),
    /** Warnings out of order: value, limit. */
    WARN_ORDER("OTS-STRATEGY-022", 400),
    /** A pass mark of nothing. */
    PASS_MARK("OTS-STRATEGY-023", 400),
    /** A minimum for no section: section. */
    SECTION_UNKNOWN("OTS-STRATEGY-024", 400),
    /** A minimum that cannot be reached: points, section, its weight. */
    SECTION_MINIMUM("OTS-STRATEGY-025", 400),
    /** A critical error of no rubric: id, known ones. */
    CRITICAL_UNKNOWN("OTS-STRATEGY-026", 400),
    /** Critical errors without what they do, or the reverse. */
    CRITICAL_NOTHING("OTS-STRATEGY-027", 400),
    /** A fault of the pool that is not allowed: fault. */
    FAULT_NOT_ALLOWED("OTS-STRATEGY-028", 400),
    /** A pool of faults that nobody sets. */
    FAULT_NOT_INJECTED("OTS-STRATEGY-029", 400),
    /** A pool with too few: count, size. */
    POOL_SMALL("OTS-STRATEGY-030", 400),
    /** A stratified draw without difficulty: section. */
    EQUATING_MISSING("OTS-STRATEGY-031", 400),
    /** Weights that are not 100: sum. */
    EXAM_WEIGHTS("OTS-STRATEGY-032", 400),
    /** Limits that are not the total: sum, total. */
    EXAM_TIMES("OTS-STRATEGY-033", 400),
    /** A speed that is not locked at 1. */
    EXAM_SCALE("OTS-STRATEGY-034", 400),
    /** Somebody may go back in time in an exam. */
    EXAM_BACKTRACK("OTS-STRATEGY-035", 400),
    /** Somebody may start over in an exam. */
    EXAM_RESET("OTS-STRATEGY-036", 400),
    /** A student may freeze an exam. */
    EXAM_FREEZE("OTS-STRATEGY-037", 400),
    /** Hints in an exam. */
    EXAM_HINTS("OTS-STRATEGY-038", 400),
    /** The score is seen during an exam. */
    EXAM_LIVE_SCORE("OTS-STRATEGY-039", 400),
    /** The result is released during an exam. */
    EXAM_RELEASE("OTS-STRATEGY-040", 400),
    /** Faults are shown in an exam. */
    EXAM_FAULTS_VISIBLE("OTS-STRATEGY-041", 400),
    /** The teacher may set faults in an exam. */
    EXAM_AD_HOC("OTS-STRATEGY-042", 400),
    /** An exam more than once: most, word. */
    EXAM_ATTEMPTS("OTS-STRATEGY-043", 400),
    /** A candidate without a seat. */
    EXAM_SEAT("OTS-STRATEGY-044", 400),
    /** The program punishes. */
    EXAM_AUTO_PENALTY("OTS-STRATEGY-045", 400),
    /** Operations can get lost. */
    EXAM_LOCAL_JOURNAL("OTS-STRATEGY-046", 400),
    /** A score without a replay. */
    EXAM_REPLAY("OTS-STRATEGY-047", 400),
    /** Another clock. */
    EXAM_CLOCK("OTS-STRATEGY-048", 400),
    /** Somebody is asked at the end. */
    EXAM_TIME_UP("OTS-STRATEGY-049", 400),
    /** Later than the end: late, total. */
    EXAM_LATE_ENTRY("OTS-STRATEGY-050", 400),
    /** A supervisor assesses. */
    EXAM_SUPERVISOR("OTS-STRATEGY-051", 400),
    /** Faults in a section of HAZOP tasks: section. */
    HAZOP_FAULTS("OTS-STRATEGY-054", 400),
    /** A fault of the pool that the task cannot score: fault, task, faults it can. */
    FAULT_NO_CASE("OTS-STRATEGY-052", 400),
    /** A task about a hidden fault without a pool of faults: task. */
    FAULT_POOL_MISSING("OTS-STRATEGY-053", 400),
    /** A way back to parts that have ended. */
    EXAM_BACK("OTS-STRATEGY-055", 400);

    private final String code;
    private final int status;

    StrategyError(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.instructor.strategy.StrategyMessages";
    }

    @Override
    public int status() {
        return status;
    }
}
