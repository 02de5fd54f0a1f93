package org.openots.distillation.field3d.gl;

/**
 * What must be set before the first class of LWJGL or JOML loads, so that one command line runs on Java 17 and 25 without a
 * warning. Knows neither library, so that calling it loads neither.
 */
public final class NativeSettings {
    /** First Java release whose foreign memory interface LWJGL 3.4 uses. */
    private static final int FOREIGN_MEMORY = 25;

    private NativeSettings() {}

    /** Sets what the user has not set. */
    public static void apply() {
        setUnlessGiven("joml.nounsafe", "true");
        if (Runtime.version().feature() >= FOREIGN_MEMORY) {
            setUnlessGiven("org.lwjgl.system.memoryBackend", "ffm");
        }
    }

    private static void setUnlessGiven(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
