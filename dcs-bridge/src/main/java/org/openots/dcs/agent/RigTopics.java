package org.openots.dcs.agent;

import java.util.regex.Pattern;
import org.openots.common.error.OtsException;
import org.openots.dcs.frame.FrameError;

/**
 * Topics of a rig in the native profile.
 *
 * @param site the school
 * @param rig the rig
 */
public record RigTopics(String site, String rig) {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Sees that the names can be parts of a topic. */
    public RigTopics {
        part(site);
        part(rig);
    }

    private static String part(String name) {
        if (!PART.matcher(name).matches()) {
            throw new OtsException(FrameError.BAD_TOPIC_PART, name);
        }
        return name;
    }

    private String of(String rest) {
        return "openots/v1/" + site + "/" + rig + "/" + rest;
    }

    /**
     * Table of tags, retained.
     *
     * @return the topic
     */
    public String meta() {
        return of("meta");
    }

    /**
     * Whether the sender is there, retained and its will.
     *
     * @return the topic
     */
    public String state() {
        return of("state");
    }

    /**
     * Live frames.
     *
     * @return the topic
     */
    public String data() {
        return of("data");
    }

    /**
     * Confirmations of a consumer.
     *
     * @param consumer its name
     * @return the topic
     */
    public String ack(String consumer) {
        return of("ack/" + part(consumer));
    }

    /**
     * Confirmations of all consumers.
     *
     * @return the topic filter
     */
    public String acks() {
        return of("ack/+");
    }

    /**
     * Commands to the rig.
     *
     * @return the topic
     */
    public String commandRequest() {
        return of("cmd/req");
    }

    /**
     * What became of commands.
     *
     * @return the topic
     */
    public String commandAnswer() {
        return of("cmd/ack");
    }

    /**
     * Whether the rig takes commands.
     *
     * @return the topic
     */
    public String commandState() {
        return of("cmd/state");
    }

    /**
     * Requests for frames.
     *
     * @return the topic
     */
    public String backfillRequest() {
        return of("backfill/req");
    }

    /**
     * Frames that were asked for.
     *
     * @return the topic
     */
    public String backfillData() {
        return of("backfill/data");
    }
}
