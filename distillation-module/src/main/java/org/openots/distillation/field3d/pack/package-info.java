/** What a field station on a student's computer gets of a plant: nothing about faults, nothing about which answer is right. */
@NullMarked
package org.openots.distillation.field3d.pack;

import org.jspecify.annotations.NullMarked;
