package org.openots.distillation.field3d.state;

/** How much a picture may cost. */
public enum Quality {
    /** For cards of 2010. */
    LOW,
    /** For cards of 2014. */
    MEDIUM,
    /** For what came after. */
    HIGH
}
