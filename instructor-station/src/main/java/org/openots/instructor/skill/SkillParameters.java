package org.openots.instructor.skill;

import org.openots.instructor.statistics.KnowledgeTracing;

/**
 * By what the tries of a skill are judged.
 *
 * @param tracing the parameters
 * @param fitted to how many tries; 0 for the usual ones
 */
public record SkillParameters(KnowledgeTracing tracing, int fitted) {}
