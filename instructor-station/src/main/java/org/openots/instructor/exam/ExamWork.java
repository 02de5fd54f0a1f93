package org.openots.instructor.exam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What items of a paper are worked on with: runs of plants, or HAZOP tasks. */
interface ExamWork {
    /**
     * Begins an item, or finds the work that was begun for it before the station stopped.
     *
     * @param plan of the exam
     * @param account the candidate
     * @param number of the item in his paper, from 1
     * @param item what is asked
     * @return id of the run or of the attempt
     */
    String begin(ExamPlan plan, String account, int number, PaperItem item);

    /**
     * Ends the work as it is; the same again when it has ended before.
     *
     * @param work id of the run or of the attempt
     * @return what is written down as proof
     */
    ObjectNode end(String work);

    /**
     * Brings the work in step with the candidate's time.
     *
     * @param work id of the run or of the attempt
     * @param stopped whether his time stands
     */
    void pace(String work, boolean stopped);

    /**
     * The points of ended work.
     *
     * @param item what ended
     * @return percent of what could be earned; nothing while somebody must still assess it
     */
    Optional<Double> percent(ItemTrack item);

    /**
     * How many of the candidate's inputs are certainly kept.
     *
     * @param work id of the run or of the attempt
     * @return number of the last durable one
     */
    long saved(String work);
}
