package org.openots.instructor.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.security.Accounts;

/**
 * The passwords of the demonstration class, kept beside the database so that a second start can print them again. Only
 * a demonstration has such a file.
 */
final class DemoAccountsFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;

    DemoAccountsFile(Path data) {
        this.file = data.resolve("demo-accounts.json");
    }

    List<Accounts.Issued> read() {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            List<Accounts.Issued> accounts = new ArrayList<>();
            for (JsonNode node : MAPPER.readTree(Files.readString(file)).path("accounts")) {
                accounts.add(
                        new Accounts.Issued(person(node), node.path("password").asText()));
            }
            return accounts;
        } catch (IOException e) {
            throw new OtsException(StationError.DATA_FOLDER, file.toString(), String.valueOf(e.getMessage()));
        }
    }

    private static Person person(JsonNode node) {
        return new Person(
                node.path("account").asText(),
                node.path("name").asText(),
                Role.of(node.path("role").asText()),
                node.path("seat").asText(),
                node.path("class").asText(),
                node.path("lang").asText());
    }

    void write(List<Accounts.Issued> accounts) {
        ObjectNode root =
                MAPPER.createObjectNode().put("format", "demo-accounts").put("formatVersion", "1.0");
        root.set("accounts", json(accounts));
        try {
            Files.write(file, MAPPER.writeValueAsString(root).getBytes(StandardCharsets.UTF_8));
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        } catch (IOException e) {
            throw new OtsException(StationError.DATA_FOLDER, file.toString(), String.valueOf(e.getMessage()));
        }
    }

    static ArrayNode json(List<Accounts.Issued> accounts) {
        ArrayNode list = MAPPER.createArrayNode();
        for (Accounts.Issued issued : accounts) {
            Person person = issued.person();
            list.addObject()
                    .put("account", person.account())
                    .put("password", issued.password())
                    .put("name", person.name())
                    .put("role", person.role().word())
                    .put("seat", person.seat())
                    .put("class", person.classId())
                    .put("lang", person.lang());
        }
        return list;
    }
}
