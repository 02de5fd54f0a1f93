package org.openots.common.error;

/**
 * A kind of mistake or refusal that users can meet. Each module has one enum of them; the sentences live in the
 * module's message bundles under {@link #name()}, in Chinese and English.
 */
public interface ErrorCode {
    /**
     * The stable code shown with the message, for example {@code OTS-PLANT-012}.
     *
     * @return the code
     */
    String code();

    /**
     * The message key, equal to the enum constant's name.
     *
     * @return the key
     */
    String name();

    /**
     * The resource bundle that holds the sentences, for example {@code org.openots.common.error.Messages}.
     *
     * @return the base name of the bundle
     */
    String bundle();
}
