package org.openots.instructor.people.roster;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.openots.common.error.OtsException;

/**
 * Reads workbooks of Excel 2007 and later as a stream: only the first lines of a sheet and the texts they use are kept, so
 * that a workbook of 200,000 lines takes no more memory than a class.
 */
final class XlsxBook {
    /** Most of the unpacked content, bytes. */
    private static final long LARGEST_CONTENT = 96L << 20;

    private static final int MOST_PARTS = 500;
    private static final int MOST_SHEETS = 30;
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final XMLInputFactory XML = factory();

    private final String name;
    private final byte[] bytes;
    private final Set<String> parts = new TreeSet<>();

    XlsxBook(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** Reads one event of a part. */
    @FunctionalInterface
    interface Event {
        void take(XMLStreamReader reader, int event) throws XMLStreamException;
    }

    Book read() {
        weigh();
        if (!parts.contains(WORKBOOK)) {
            throw new OtsException(RosterError.FILE_KIND, name);
        }
        Map<String, String> places = sheets();
        List<String> formats = parts.contains("xl/styles.xml") ? formats() : List.of();
        List<XlsxSheet> read = new ArrayList<>();
        Set<Integer> needed = new TreeSet<>();
        places.forEach((title, part) -> {
            XlsxSheet sheet = new XlsxSheet(title, name, formats);
            stream(part, sheet);
            needed.addAll(sheet.strings());
            read.add(sheet);
        });
        Map<Integer, String> texts = texts(needed);
        boolean macros = parts.stream().anyMatch(part -> part.endsWith("vbaProject.bin"));
        return new Book(
                "xlsx",
                "",
                macros,
                read.stream().map(sheet -> sheet.sheet(texts)).toList());
    }

    /** Unpacks it once, counting, before anything is kept: a small file can hold gigabytes. */
    private void weigh() {
        long total = 0;
        byte[] buffer = new byte[1 << 14];
        try (ZipFile zip = open()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                parts.add(entry.getName());
                if (parts.size() > MOST_PARTS) {
                    throw new OtsException(RosterError.FILE_PARTS, name, MOST_PARTS);
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        total += n;
                        if (total > LARGEST_CONTENT) {
                            throw new OtsException(RosterError.FILE_BOMB, name, Book.mega(LARGEST_CONTENT));
                        }
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    /** By its directory: the stream reader of the JDK cannot read what some programs write, archives of the 64 bit kind. */
    private ZipFile open() throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get();
    }

    private OtsException damaged(Exception why) {
        return new OtsException(RosterError.FILE_DAMAGED, name, String.valueOf(why.getMessage()));
    }

    /** Reads a part from its beginning to its end. */
    private void stream(String part, Event event) {
        try (ZipFile zip = open()) {
            ZipArchiveEntry entry = zip.getEntry(part);
            if (entry == null) {
                throw new OtsException(RosterError.FILE_DAMAGED, name, part);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                events(in, event);
            }
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    private void events(InputStream in, Event event) throws XMLStreamException {
        XMLStreamReader reader = XML.createXMLStreamReader(in);
        try {
            while (reader.hasNext()) {
                int next = reader.next();
                if (next == XMLStreamConstants.DTD || next == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new OtsException(RosterError.FILE_ENTITY, name);
                }
                event.take(reader, next);
            }
        } finally {
            reader.close();
        }
    }

    /** The names of the sheets and where they are. */
    private Map<String, String> sheets() {
        Map<String, String> targets = new HashMap<>();
        stream("xl/_rels/workbook.xml.rels", (reader, event) -> {
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("Relationship")) {
                targets.put(attribute(reader, "Id"), attribute(reader, "Target"));
            }
        });
        Map<String, String> places = new LinkedHashMap<>();
        stream(WORKBOOK, (reader, event) -> {
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("sheet")) {
                String target = targets.getOrDefault(attribute(reader, "id"), "");
                String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                if (parts.contains(part) && places.size() < MOST_SHEETS) {
                    places.put(attribute(reader, "name"), part);
                }
            }
        });
        return places;
    }

    /** The number format of each cell style; empty for those that show a number as it is. */
    private List<String> formats() {
        Map<String, String> own = new HashMap<>();
        List<String> formats = new ArrayList<>();
        boolean[] cells = {false};
        stream("xl/styles.xml", (reader, event) -> {
            boolean start = event == XMLStreamConstants.START_ELEMENT;
            boolean end = event == XMLStreamConstants.END_ELEMENT;
            String element = start || end ? reader.getLocalName() : "";
            if (start && element.equals("numFmt")) {
                own.put(attribute(reader, "numFmtId"), attribute(reader, "formatCode"));
            } else if (element.equals("cellXfs")) {
                cells[0] = start;
            } else if (start && cells[0] && element.equals("xf")) {
                formats.add(own.getOrDefault(attribute(reader, "numFmtId"), ""));
            }
        });
        return formats;
    }

    /** The shared texts with these numbers. */
    private Map<Integer, String> texts(Set<Integer> needed) {
        Map<Integer, String> texts = new HashMap<>();
        if (needed.isEmpty() || !parts.contains("xl/sharedStrings.xml")) {
            return texts;
        }
        SharedTexts reading = new SharedTexts(needed, texts);
        stream("xl/sharedStrings.xml", reading);
        return texts;
    }

    static String attribute(XMLStreamReader reader, String local) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(local)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The texts that cells share; the pronunciation of a text is not part of it. */
    private static final class SharedTexts implements Event {
        private final Set<Integer> needed;
        private final Map<Integer, String> texts;
        private final StringBuilder text = new StringBuilder();
        private int number;
        private boolean inside;
        private boolean spoken;

        SharedTexts(Set<Integer> needed, Map<Integer, String> texts) {
            this.needed = needed;
            this.texts = texts;
        }

        @Override
        public void take(XMLStreamReader reader, int event) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> begin(reader.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
                default -> {
                    if (inside && reader.hasText() && text.length() <= Cell.LONGEST) {
                        text.append(reader.getText());
                    }
                }
            }
        }

        private void begin(String element) {
            spoken = spoken || element.equals("rPh");
            inside = element.equals("t") && !spoken;
        }

        private void end(String element) {
            inside = false;
            if (element.equals("rPh")) {
                spoken = false;
            } else if (element.equals("si")) {
                if (needed.contains(number)) {
                    texts.put(number, text.toString());
                }
                text.setLength(0);
                number++;
            }
        }
    }
}
