package org.openots.instructor.headless.trend;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads drawn pictures again. */
public final class SvgText {
    private SvgText() {}

    /** Parses a picture; fails if it is not well formed. */
    public static Document parse(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException(svg, e);
        }
    }

    /** Names of the lines drawn, from top to bottom. */
    public static List<String> lines(Document picture) {
        List<String> names = new ArrayList<>();
        for (Element path : elements(picture, "path")) {
            if (path.getAttribute("class").equals("p")) {
                names.add(path.getTextContent());
            }
        }
        return names;
    }

    /** All elements of a kind. */
    public static List<Element> elements(Document picture, String kind) {
        NodeList nodes = picture.getElementsByTagName(kind);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
