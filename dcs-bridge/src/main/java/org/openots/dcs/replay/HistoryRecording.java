package org.openots.dcs.replay;

import java.util.List;
import org.openots.common.error.OtsException;
import org.openots.dcs.historian.Historian;
import org.openots.dcs.historian.HistoryRow;
import org.openots.dcs.publish.PublishedTag;

/** Takes a part of the history. */
public final class HistoryRecording {
    private HistoryRecording() {}

    /**
     * Reads rows of the historian.
     *
     * @param historian the history
     * @param tags the tags that are wanted
     * @param from first time, UTC in ms
     * @param to first time no more, UTC in ms
     * @return their readings, by time; gaps are no readings
     * @throws OtsException if there is none
     */
    public static Recording read(Historian historian, List<PublishedTag> tags, long from, long to) {
        Recording.Builder recording = new Recording.Builder(tags);
        for (int i = 0; i < tags.size(); i++) {
            for (HistoryRow row : historian.rows(tags.get(i).name(), from, to)) {
                if (!row.gap()) {
                    recording.add(row.time(), i, row.value(), row.quality());
                }
            }
        }
        if (recording.isEmpty()) {
            throw new OtsException(ReplayError.NO_HISTORY);
        }
        return recording.build();
    }
}
