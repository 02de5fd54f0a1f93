package org.openots.instructor.people;

/**
 * An account's owner, without any secret.
 *
 * @param account sign-in name, unique
 * @param name the person's name
 * @param role what the account may do
 * @param seat seat number in the class, empty when none
 * @param classId class, for example {@code HG2401}, empty when none
 * @param lang {@code zh-CN} or {@code en}
 */
public record Person(String account, String name, Role role, String seat, String classId, String lang) {}
