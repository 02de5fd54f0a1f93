package org.openots.common.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Journals written by earlier versions must stay readable for years: an appeal replays them. */
class JournalOldVersionTest {
    @Test
    void versionOneIsRead() throws URISyntaxException {
        Path folder =
                Path.of(Objects.requireNonNull(JournalOldVersionTest.class.getResource("version-1.0/exam-2026-0001"))
                        .toURI());
        List<JournalRecord> records = new ArrayList<>();
        JournalReport report = JournalReader.read(folder, records::add);
        assertThat(report.defect()).isEmpty();
        assertThat(report.segments()).isEqualTo(2);
        assertThat(report.epoch()).isEqualTo(2);
        assertThat(records).extracting(JournalRecord::sequence).containsExactly(1L, 2L, 3L);
        assertThat(records.get(1).payload()).contains("\"target\":\"HV-713\"");
        assertThat(records.get(2).payload()).contains("断电后恢复");
        // Computed from the page docs/data-formats/journal.md by a separate program.
        assertThat(report.head()).isEqualTo("974ca5531a81e3527530dc1641180974586936d45c499ed0109d3efb6b35c542");
    }
}
