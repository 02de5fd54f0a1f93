package org.openots.instructor.skill;

/**
 * How far somebody is with a skill.
 *
 * @param mastery probability that he has it, 0..1
 * @param trials how often he tried
 * @param last when he tried last, epoch milliseconds; 0 for never
 * @param share of the points that he had in the last try, 0..1; NaN for none
 */
public record SkillState(double mastery, int trials, long last, double share) {}
