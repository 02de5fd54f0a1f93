package org.openots.simulator.thermo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the reference sets that a test class compares the suite's figures with. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Validates {
    String[] value();
}
