package org.openots.instructor.store;

import com.fasterxml.jackson.databind.node.TextNode;

/** Text put into the JSON of an audit row. */
final class Quoted {
    private Quoted() {}

    static String json(String text) {
        return TextNode.valueOf(text).toString();
    }
}
