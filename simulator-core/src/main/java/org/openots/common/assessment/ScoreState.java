package org.openots.common.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.expression.Reading;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.LocalText;

/** Writes and reads the values that the saved state of a scorer is made of. */
final class ScoreState {
    private ScoreState() {}

    static void command(StateWriter writer, @Nullable CommandRecord command) {
        writer.writeBoolean(command != null);
        if (command != null) {
            writer.writeLong(command.tick());
            writer.writeDouble(command.time());
            writer.writeString(command.target());
            writer.writeString(command.verb());
            writer.writeDouble(command.value());
            writer.writeString(command.text());
            writer.writeBoolean(command.applied());
        }
    }

    static @Nullable CommandRecord command(StateReader reader) {
        return reader.readBoolean()
                ? new CommandRecord(
                        reader.readLong(),
                        reader.readDouble(),
                        reader.readString(),
                        reader.readString(),
                        reader.readDouble(),
                        reader.readString(),
                        reader.readBoolean())
                : null;
    }

    static void event(StateWriter writer, ScoreEvent event) {
        writer.writeString(event.ruleId());
        writer.writeString(event.category().name());
        writer.writeString(event.reason().name());
        writer.writeString(event.text().zh());
        writer.writeString(event.text().en());
        writer.writeLong(event.tick());
        writer.writeDouble(event.time());
        writer.writeDouble(event.earned());
        writer.writeDouble(event.lost());
        readings(writer, event.evidence());
        command(writer, event.before().orElse(null));
    }

    static ScoreEvent event(StateReader reader) {
        return new ScoreEvent(
                reader.readString(),
                ScoreEvent.Category.valueOf(reader.readString()),
                Reason.valueOf(reader.readString()),
                new LocalText(reader.readString(), reader.readString()),
                reader.readLong(),
                reader.readDouble(),
                reader.readDouble(),
                reader.readDouble(),
                readings(reader),
                Optional.ofNullable(command(reader)));
    }

    static void readings(StateWriter writer, List<Reading> readings) {
        writer.writeInt(readings.size());
        for (Reading reading : readings) {
            writer.writeString(reading.name());
            writer.writeDouble(reading.value());
            writer.writeString(reading.limit());
            writer.writeBoolean(reading.satisfied());
        }
    }

    static List<Reading> readings(StateReader reader) {
        List<Reading> readings = new ArrayList<>();
        for (int left = reader.readInt(); left > 0; left--) {
            readings.add(
                    new Reading(reader.readString(), reader.readDouble(), reader.readString(), reader.readBoolean()));
        }
        return readings;
    }
}
