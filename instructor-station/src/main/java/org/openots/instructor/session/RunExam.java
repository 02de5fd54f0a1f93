package org.openots.instructor.session;

/**
 * Which part of which exam a run is.
 *
 * @param exam the exam
 * @param item number of the item in its candidate's paper, from 1
 */
public record RunExam(String exam, int item) {}
