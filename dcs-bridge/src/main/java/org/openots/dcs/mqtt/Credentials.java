package org.openots.dcs.mqtt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;

/**
 * Who we are to a broker.
 *
 * @param user the user's name
 * @param password the password
 */
public record Credentials(String user, String password) {
    /**
     * Reads a file of two lines, the user and the password.
     *
     * @param file the file, which belongs outside of any project
     * @return the credentials
     * @throws OtsException if there is no such file or it has other lines
     */
    public static Credentials read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.size() != 2 || lines.get(0).isBlank() || lines.get(1).isEmpty()) {
                throw new OtsException(MqttError.CREDENTIALS_FILE, file.toString());
            }
            return new Credentials(lines.get(0), lines.get(1));
        } catch (IOException e) {
            throw FileErrors.unreadable(file.toString(), e);
        }
    }

    @Override
    public String toString() {
        return user;
    }
}
