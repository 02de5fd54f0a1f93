package org.openots.benchmarks.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openots.benchmarks.BenchError;
import org.openots.common.error.OtsException;

/** The people of a new station, brought in as a school does it: a list of students as a file, and their teachers. */
final class School {
    /** Password of everybody. */
    static final String PASSWORD = "a-robot-at-its-desk";

    private static final String CLASS = "JQ2401";

    private School() {}

    /** The accounts of so many students, made by the import of a list. */
    static List<String> students(Browser admin, int count) throws IOException, InterruptedException {
        StringBuilder list = new StringBuilder("学号,姓名,班级,座位\n");
        List<String> accounts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String account = String.format(Locale.ROOT, "2024%04d", i);
            accounts.add(account);
            list.append(String.format(Locale.ROOT, "%s,机器人%s,%s,%02d%n", account, name(i), CLASS, i));
        }
        String upload = "/api/people/imports?name=class.csv&class=" + CLASS;
        String id = admin.upload(upload, list.toString().getBytes(StandardCharsets.UTF_8))
                .need(upload)
                .path("id")
                .asText();
        int created = admin.post("/api/people/imports/" + id + "/apply", object().put("mode", "all"))
                .need("import")
                .path("created")
                .asInt();
        if (created != count) {
            throw new OtsException(BenchError.STATION_REFUSED, "import", created, count);
        }
        for (String account : accounts) {
            admin.post("/api/users/" + account + "/password", object().put("password", PASSWORD))
                    .need(account);
        }
        return accounts;
    }

    /** A number in letters: a name is made of them. */
    private static String name(int number) {
        return "" + (char) ('甲' + number / 26) + (char) ('A' + number % 26);
    }

    /** One more account. */
    static String staff(Browser admin, String account, String role) throws IOException, InterruptedException {
        admin.post(
                        "/api/users",
                        object().put("account", account)
                                .put("name", account)
                                .put("role", role)
                                .put("password", PASSWORD))
                .need(account);
        return account;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
