/** Robot operators: scripted experts, idle and random trainees, used to prove plants and rubrics. */
@NullMarked
package org.openots.distillation.robot;

import org.jspecify.annotations.NullMarked;
