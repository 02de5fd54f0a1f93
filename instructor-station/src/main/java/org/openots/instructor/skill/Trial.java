package org.openots.instructor.skill;

/**
 * What one run or attempt of a person says about a skill.
 *
 * @param account of the person
 * @param skill id of the skill
 * @param task id of the task
 * @param source id of the run or attempt
 * @param at when, epoch milliseconds
 * @param share of the points that show the skill, 0..1
 */
public record Trial(String account, String skill, String task, String source, long at, double share) {
    /** Share from which on it was done well: the pass mark of both certificates. */
    public static final double WELL = 0.6;

    /**
     * Whether it was done well.
     *
     * @return true from {@link #WELL} on
     */
    public boolean success() {
        return share >= WELL;
    }
}
