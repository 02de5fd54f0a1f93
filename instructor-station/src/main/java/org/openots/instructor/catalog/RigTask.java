package org.openots.instructor.catalog;

import org.openots.common.text.LocalText;

/**
 * A task that can be done on a rig.
 *
 * @param task the task
 * @param skill number of the rig skill that it shows, 1 to 20
 * @param post the post at the rig that does it
 */
public record RigTask(Task task, int skill, LocalText post) {}
