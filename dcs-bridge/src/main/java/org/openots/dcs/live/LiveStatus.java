package org.openots.dcs.live;

import org.openots.common.text.LocalText;
import org.openots.dcs.mqtt.LinkState;

/**
 * How a gateway that publishes to a broker is.
 *
 * @param link its link
 * @param seconds time since the start, s
 * @param connections times it was connected
 * @param births times it said who it is: after connecting, and when it was asked
 * @param published messages handed to the link
 * @param dropped messages dropped because there was no connection, or it was too slow
 * @param lateSeconds by how much the last scan was late, s
 */
public record LiveStatus(
        LinkState link,
        double seconds,
        long connections,
        long births,
        long published,
        long dropped,
        double lateSeconds) {
    /** A scan that is later than this is worth telling: the machine is too slow for the speed, s. */
    private static final double LATE = 1;

    /**
     * One line for people.
     *
     * @return in both languages
     */
    public LocalText text() {
        LocalText words = link.text();
        String zh =
                String.format("%.0f s %s，已发布 %d，丢弃 %d，连接 %d 次", seconds, words.zh(), published, dropped, connections);
        String en = String.format(
                "%.0f s %s, published %d, dropped %d, connected %d times",
                seconds, words.en(), published, dropped, connections);
        if (lateSeconds > LATE) {
            zh += String.format("，落后 %.1f s（请降低 --speed）", lateSeconds);
            en += String.format(", %.1f s behind (lower --speed)", lateSeconds);
        }
        return new LocalText(zh, en);
    }
}
